/** RFC 6750 §2.1. Longer than any token that is given out here, and short enough to be looked at. */
const BEARER = /^Bearer +([A-Za-z0-9._~+/-]{16,4096}=*)$/i;

/** The token that a request was sent with; undefined where there is none, or something that is none. */
export const bearerOf = (request: Request): string | undefined =>
  BEARER.exec(request.headers.get('Authorization') ?? '')?.[1];
