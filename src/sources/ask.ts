import { localNow } from '../browser/clock.ts';
import { browserNavigator } from '../browser/navigator.ts';
import type { ConnectionProblem } from '../posture/connection.ts';
import { elapsed, instant, readInstant } from '../posture/instant.ts';
import { LIMITS } from '../posture/wire.ts';

/** How long a whole answer may take, in milliseconds. */
export const ANSWER_TIMEOUT_MS = 8000;

/** Levels of nesting that are read: more than any document has, and few enough for every walk through it. */
const LIMIT_LEVELS = 32;

/** What an endpoint answered: JSON that nobody has read yet, that nothing has changed, or why it is no answer. */
export type Answer =
  | ({ readonly json: unknown; readonly etag: string | null } & Circumstances)
  | ({ readonly notModified: true } & Circumstances)
  | { readonly problem: ConnectionProblem };

interface Circumstances {
  readonly maxAgeSeconds: number;
  /** How far the endpoint's clock is ahead of this computer's, in milliseconds, to a second; null where it did not tell the time. */
  readonly clockOffsetMs: number | null;
}

export interface Question {
  readonly url: string;
  /** The etag of the answer that is at hand; null for none. */
  readonly etag: string | null;
  readonly timeoutMs: number;
  /** The `Authorization` header; none for what everybody may ask. */
  readonly authorization?: string | undefined;
}

/** Wire rule 2: nothing is told but the question itself, and nothing is cached where it could outlive its endpoint. */
const plainly = {
  method: 'GET',
  cache: 'no-store',
  redirect: 'manual',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
} as const satisfies RequestInit;

/** Asks an endpoint once. Never rejects; it takes `timeoutMs` at most, however slowly the answer drips in. */
export async function ask({ url, etag, timeoutMs, authorization }: Question): Promise<Answer> {
  const signal = AbortSignal.timeout(timeoutMs);
  const headers: Record<string, string> = authorization === undefined ? {} : { Authorization: authorization };
  const response = await conditionally(url, etag, headers, signal).catch(() => undefined);
  if (response === undefined) return { problem: await whyUnreachable(url, signal) };
  return read(response).catch(() => ({ problem: signal.aborted ? 'timeout' : 'unreachable' }));
}

/**
 * `If-None-Match` makes the browser ask first whether that header is welcome (a CORS preflight). Where this fails, the plain
 * question, which needs no leave, tells what is really wrong.
 */
async function conditionally(
  url: string,
  etag: string | null,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<Response> {
  if (etag !== null) {
    try {
      return await fetch(url, { ...plainly, signal, headers: { ...headers, 'If-None-Match': etag } });
    } catch (error) {
      if (signal.aborted) throw error;
    }
  }
  return fetch(url, { ...plainly, signal, headers });
}

/**
 * Sends JSON to an endpoint once. Status 401 comes with what it said, whatever else is no success is a problem. Never rejects; it
 * takes `timeoutMs` at most.
 */
export async function post(
  url: string,
  content: object,
  timeoutMs: number,
): Promise<{ readonly status: number; readonly json: unknown } | { readonly problem: ConnectionProblem }> {
  const signal = AbortSignal.timeout(timeoutMs);
  const headers = { 'Content-Type': 'application/json' };
  const request = { ...plainly, method: 'POST', headers, body: JSON.stringify(content), signal };
  try {
    const response = await fetch(url, request);
    const problem = response.status === 401 ? undefined : problemOf(response);
    if (problem !== undefined) return { problem };
    return { status: response.status, json: parse((await textOf(response)) ?? '') };
  } catch {
    return { problem: signal.aborted ? 'timeout' : browserNavigator().onLine === false ? 'offline' : 'unreachable' };
  }
}

/** A failed fetch looks the same whatever the cause. One that asks for nothing readable tells whether anybody is there. */
async function whyUnreachable(url: string, signal: AbortSignal): Promise<ConnectionProblem> {
  if (signal.aborted) return 'timeout';
  if (browserNavigator().onLine === false) return 'offline';
  try {
    // Without CORS, a fetch must follow redirects (https://fetch.spec.whatwg.org/#main-fetch).
    await fetch(url, { ...plainly, redirect: 'follow', mode: 'no-cors', signal });
    return 'not-for-extensions';
  } catch {
    return signal.aborted ? 'timeout' : 'unreachable';
  }
}

const problemOfStatus: ReadonlyMap<number, ConnectionProblem> = new Map([
  [401, 'unauthorised'],
  [403, 'forbidden'],
  [429, 'throttled'],
]);

function problemOf({ type, status }: Response): ConnectionProblem | undefined {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return 'redirect';
  if (status >= 500) return 'server-error';
  return status >= 400 ? (problemOfStatus.get(status) ?? 'not-found') : undefined;
}

/** Rejects when the connection breaks or the time is over. */
async function read(response: Response): Promise<Answer> {
  const circumstances = {
    maxAgeSeconds: maxAgeOf(response.headers.get('Cache-Control')),
    clockOffsetMs: clockOffsetOf(response.headers.get('Date')),
  };
  if (response.status === 304) return { notModified: true, ...circumstances };
  const problem = problemOf(response);
  if (problem !== undefined) {
    await response.body?.cancel();
    return { problem };
  }
  const text = await textOf(response);
  if (text === undefined) return { problem: 'too-large' };
  const json = parse(text);
  if (json === undefined) return { problem: 'not-json' };
  if (isDeeper(json, LIMIT_LEVELS)) return { problem: 'unreadable' };
  return { json, etag: etagOf(response), ...circumstances };
}

/** A longer one is not repeated: it could be more than a server accepts, and then no answer would ever come again. */
const LIMIT_ETAG = 200;

function etagOf({ headers }: Response): string | null {
  const etag = headers.get('ETag');
  return etag !== null && etag.length <= LIMIT_ETAG ? etag : null;
}

const maxAgeOf = (cacheControl: string | null): number =>
  Number(/\bmax-age=(\d{1,9})/.exec(cacheControl ?? '')?.[1] ?? 0);

function clockOffsetOf(date: string | null): number | null {
  const ms = Date.parse(date ?? '');
  const serverNow = Number.isNaN(ms) ? undefined : readInstant(instant(ms));
  return serverNow === undefined ? null : elapsed(localNow(), serverNow);
}

/** The body, read piece by piece; `undefined`, and nothing more is read, once it is larger than an answer may be. */
async function textOf({ body }: Response): Promise<string | undefined> {
  if (body === null) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    bytes += value?.byteLength ?? 0;
    if (bytes > LIMITS.bytes) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isDeeper = (json: unknown, levels: number): boolean =>
  typeof json === 'object' &&
  json !== null &&
  (levels === 0 || Object.values(json).some((part) => isDeeper(part, levels - 1)));
