import * as v from 'valibot';
import { link, text } from './fact.ts';

/** What a logo takes at most as it is written (wire rule 14). */
const LOGO_BYTES = 32 * 1024;

export const logoSchema = v.pipe(
  v.string(),
  v.maxLength(LOGO_BYTES),
  v.regex(/^data:image\/(?:png|svg\+xml);base64,[A-Za-z0-9+/=]+$/),
);

/** Who asks, as an endpoint says and as it is kept: a part that cannot be read is left out. */
export const organizationInfo = v.object({
  name: text,
  logo: v.fallback(v.optional(logoSchema), undefined),
  contact: v.fallback(v.optional(v.object({ label: text, url: link })), undefined),
  privacyUrl: v.fallback(v.optional(link), undefined),
  sample: v.optional(v.boolean(), false),
});
