import * as v from 'valibot';
import { platforms } from './platform.ts';

/*
 * What an organisation's device management can set. Nobody validates it but us: Chrome drops what has another type and tells nobody,
 * Firefox hands over whatever was written. `public/managed-schema.json`, which Chrome reads, is made of this by
 * `npm run managed-schema`; the words for it are in `locales/en/managed.ts`.
 */

/** A list, an object, a switch or a number may also be written as its JSON: some tools know nothing but text. */
const written = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.union([schema, v.pipe(v.string(), v.parseJson(), schema)]);

/** Windows' registry has no other switches than 0 and 1. */
const flag = written(
  v.union([
    v.boolean(),
    v.pipe(
      v.picklist([0, 1]),
      v.transform((bit) => bit === 1),
    ),
  ]),
);

const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));

/** An endpoint in the form that it is kept in: no user name, no query, and without encryption only on this computer itself. */
export const endpointAddress = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.regex(/^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1)(?=[:/]|$))[^\s@?#]+$/),
);

/** The same as an administrator writes it. */
const writtenAddress = v.pipe(
  v.string(),
  v.trim(),
  v.transform((address) => address.replace(/\/+$/, '')),
  endpointAddress,
);

/** The language of the words, by its BCP 47 tag. */
export const localeTag = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/));

/** Whom to ask. Links of other schemes than these are never made (wire rule 14). */
export const contact = v.strictObject({
  label: text,
  url: v.pipe(v.string(), v.trim(), v.maxLength(2000), v.regex(/^(?:https:\/\/|mailto:)\S+$/)),
});

/** A variable of the device management that was not filled in, such as `$SERIALNUMBER` or `{{serialnumber}}`, hints at no machine. */
const hint = v.pipe(text, v.regex(/^[^${}%<>]+$/));

/** What tells which of the company's devices this computer is; each machine has its own. */
const device = v.strictObject({
  serialEnding: v.exactOptional(hint),
  serial: v.exactOptional(hint),
  assetTag: v.exactOptional(hint),
  hardwareUuid: v.exactOptional(hint),
});

/** Where all this holds. A name that is misspelt must not mean "everywhere", so nothing else may stand in it. */
export const applyTo = v.strictObject({
  platforms: v.exactOptional(written(v.array(v.picklist(platforms)))),
  onlyHintedMachines: v.exactOptional(flag),
});

/** Every key of managed storage, but for those that say another one as the text of its JSON. */
export const managedSettings = {
  endpoint: writtenAddress,
  signIn: v.picklist(['gateway', 'token', 'none']),
  /** It is sent as it is in a header, so it has no other characters than a header may have. */
  token: v.pipe(v.string(), v.trim(), v.maxLength(4096), v.regex(/^[\x21-\x7e]+$/)),
  device: written(device),
  locale: localeTag,
  contact: written(contact),
  applyTo: written(applyTo),
  notifications: flag,
  checkEveryMinutes: written(v.pipe(v.number(), v.safeInteger(), v.minValue(15), v.maxValue(7 * 24 * 60))),
} as const;

export type ManagedName = keyof typeof managedSettings;

/** Chrome lets no text pass where an object is declared, so each object has a key of its own for its JSON. */
export const inJson = {
  deviceJson: 'device',
  contactJson: 'contact',
  applyToJson: 'applyTo',
} as const satisfies Record<string, ManagedName>;

/** What was understood of managed storage. */
export type ManagedSettings = { readonly [Name in ManagedName]?: v.InferOutput<(typeof managedSettings)[Name]> };
