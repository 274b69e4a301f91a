/** The address of the next page in a `Link` header (RFC 8288); null on the last one. */
export function nextLink(header: string | null): string | null {
  const links = [...(header ?? '').matchAll(/<([^<>]*)>([^<]*)/g)];
  return links.find(([, , parameters = '']) => /;\s*rel\s*=\s*"?next"?\s*(?:[;,]|$)/i.test(parameters))?.[1] ?? null;
}
