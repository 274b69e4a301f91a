import type { ConnectionProblem } from '../posture/connection.ts';

export type EndpointUrl = { readonly url: string } | { readonly problem: ConnectionProblem };

/** A computer's names for itself that the manifest's content security policy can name too: what is sent there crosses no network. */
const isLoopback = (hostname: string): boolean => hostname === 'localhost' || hostname === '127.0.0.1';

/**
 * Reads an endpoint's base URL as a person writes it, and brings it into one form: without a slash at its end. An address with a
 * user name, a query or a fragment is not one: none of them would be sent.
 */
export function endpointUrl(text: string): EndpointUrl {
  const written = text.trim();
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) return { problem: 'not-a-url' };
  const { protocol, hostname, origin, pathname, username, password } = new URL(written);
  if (username !== '' || password !== '' || /[?#]/.test(written)) return { problem: 'not-a-url' };
  if (protocol !== 'https:' && !isLoopback(hostname)) return { problem: 'not-https' };
  return { url: `${origin}${pathname.replace(/\/+$/, '')}` };
}
