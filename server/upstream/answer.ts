import { SourceFailure } from './failure.ts';
import { retryAfterMs } from './retry-after.ts';

/** More than a page of any system's list has, in bytes. */
const LARGEST_ANSWER = 32 * 1024 * 1024;

/** Says whether an answer that looks like a refusal means "not so fast". Gets the body as JSON, or undefined if it is none. */
export type IsThrottled = (status: number, json: unknown) => boolean;

/** Reads the JSON of an answer; null for one without a body. @throws SourceFailure for every answer but a success. */
export async function jsonOf(response: Response, isThrottled: IsThrottled, nowMs: number): Promise<unknown> {
  const { status } = response;
  if (response.ok) return parsed(await textOf(response), status);
  const json = status === 403 ? parsedOrNothing(await textOf(response)) : await dismissed(response);
  const isTooFast = status === 429 || status === 503 || isThrottled(status, json);
  const wait = isTooFast ? retryAfterMs(whenAgain(response.headers), nowMs) : undefined;
  throw new SourceFailure(isTooFast ? 'throttled' : faultOf(status), { status, retryAfterMs: wait });
}

/** Okta, Jamf's gateway and Workspace ONE tell only when the count begins anew. */
const whenAgain = (headers: Headers): string | null =>
  headers.get('Retry-After') ?? headers.get('X-Rate-Limit-Reset') ?? headers.get('X-RateLimit-Reset');

/** Redirects are not followed: what is asked with carries secrets, and they belong to one address. */
function faultOf(status: number) {
  if (status === 401) return 'unauthorised';
  if (status === 403) return 'forbidden';
  return status >= 500 ? 'refused' : 'unreadable';
}

async function dismissed(response: Response): Promise<undefined> {
  await response.body?.cancel();
}

function parsed(text: string, status: number): unknown {
  if (text === '') return null;
  const json = parsedOrNothing(text);
  if (json === undefined) throw new SourceFailure('unreadable', { status });
  return json;
}

function parsedOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function textOf({ body, status }: Response): Promise<string> {
  if (body === null) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > LARGEST_ANSWER) throw new SourceFailure('unreadable', { status });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
