import { type IsThrottled, jsonOf } from './answer.ts';
import { calm, failureOf, type Manners } from './calm.ts';
import { SourceFailure } from './failure.ts';
import { nextLink } from './next-link.ts';

/** One question to a management system. */
export interface Call {
  /** Below the base URL, or a whole URL of the same origin, such as a system gives for its next page. */
  readonly url: string;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as a form by POST. */
  readonly form?: Readonly<Record<string, string>>;
}

/** The way to one management system. */
export interface Upstream {
  /** Asks once, or again where that may help. The JSON of the answer; null for an empty one. @throws SourceFailure */
  readonly json: (call: Call, signal: AbortSignal) => Promise<unknown>;
  /** The same, of systems that name their next page beside the JSON, in a `Link` header. @throws SourceFailure */
  readonly linked: (call: Call, signal: AbortSignal) => Promise<Linked>;
}

export interface Linked {
  readonly json: unknown;
  /** Null on the last page. */
  readonly next: string | null;
}

export interface UpstreamOptions {
  /** Every question goes below it, and to no other origin. */
  readonly baseUrl: string;
  readonly manners: Manners;
  readonly fetch: typeof fetch;
  readonly isThrottled?: IsThrottled;
  readonly authorize?: Authorize;
}

/** A request as it goes out, for systems that want each one signed. */
export interface Outgoing {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
}

/** Headers that show who asks. `isRefused`: the ones before were refused, and new ones are due. */
export type Authorize = (isRefused: boolean, request: Outgoing) => Promise<Readonly<Record<string, string>>>;

const never: IsThrottled = () => false;
const anonymous = () => Promise.resolve({});

export function createUpstream(options: UpstreamOptions): Upstream {
  const { baseUrl, manners, authorize = anonymous } = options;
  const policy = calm(manners);
  const asked = async (call: Call, signal: AbortSignal, isRefused: boolean): Promise<Linked> => {
    const proof = await authorize(isRefused, outgoing(call, baseUrl));
    return policy.execute(({ signal: tried }) => ask(call, proof, tried, options), signal);
  };
  const linked: Upstream['linked'] = async (call, signal) => {
    try {
      return await asked(call, signal, false).catch((error: unknown) => {
        const isStale = error instanceof SourceFailure && error.status === 401 && options.authorize !== undefined;
        if (!isStale) throw error;
        return asked(call, signal, true);
      });
    } catch (error) {
      // Whoever asked gave up: that says nothing of the system.
      signal.throwIfAborted();
      throw failureOf(error) ?? error;
    }
  };
  return { linked, json: async (call, signal) => (await linked(call, signal)).json };
}

async function ask(
  call: Call,
  proof: Readonly<Record<string, string>>,
  signal: AbortSignal,
  { baseUrl, fetch, isThrottled = never }: UpstreamOptions,
): Promise<Linked> {
  const { url, method } = outgoing(call, baseUrl);
  const response = await fetch(url, {
    method,
    headers: { Accept: 'application/json', ...proof, ...call.headers },
    ...(call.form !== undefined && { body: new URLSearchParams(call.form) }),
    redirect: 'manual',
    signal,
  }).catch(whyNone(signal));
  const json = await jsonOf(response, isThrottled, Date.now()).catch(whyNone(signal));
  return { json, next: nextLink(response.headers.get('Link')) };
}

/** A connection that is refused, or breaks while the answer comes. */
const whyNone =
  (signal: AbortSignal) =>
  (error: unknown): never => {
    if (error instanceof SourceFailure) throw error;
    throw new SourceFailure(signal.aborted ? 'timeout' : 'refused');
  };

const outgoing = (call: Call, baseUrl: string): Outgoing => ({
  method: call.form === undefined ? 'GET' : 'POST',
  url: urlOf(call, baseUrl),
});

/** @throws SourceFailure for an address of another origin: what shows who we are is for one system alone. */
function urlOf({ url, query = {} }: Call, baseUrl: string): URL {
  const base = new URL(baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`);
  const isWhole = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url);
  const given = isWhole ? url : url.replace(/^\/+/, '');
  if (!URL.canParse(given, base)) throw new SourceFailure('unreadable');
  const whole = new URL(given, base);
  if (whole.origin !== base.origin) throw new SourceFailure('unreadable');
  for (const [name, values] of Object.entries(query)) {
    for (const value of typeof values === 'string' ? [values] : values) whole.searchParams.append(name, value);
  }
  return whole;
}
