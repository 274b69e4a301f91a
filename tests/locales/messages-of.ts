import type { Message } from '../../src/locales/catalogue.ts';

const isPlural = (words: object): words is Exclude<Message, string> => 'by' in words && 'other' in words;

/** Every message of a part of a catalogue by its path; a plural is one message. */
export function messagesOf(words: unknown, path = ''): readonly (readonly [path: string, message: Message])[] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words !== 'object' || words === null)
    throw new TypeError(`${path} is neither a message nor a group of them`);
  if (isPlural(words)) return [[path, words]];
  return Object.entries(words).flatMap(([key, value]) => messagesOf(value, path === '' ? key : `${path}.${key}`));
}

/** The forms of a message: one text, or one for each number. */
export const formsOf = (message: Message): readonly string[] =>
  typeof message === 'string'
    ? [message]
    : Object.entries(message).flatMap(([form, text]) => (form === 'by' ? [] : [text]));

/** The names of all placeholders of a message, sorted, with the one that counts. */
export const placeholdersOf = (message: Message): readonly string[] => {
  const named = formsOf(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''));
  return [...new Set(typeof message === 'string' ? named : [...named, message.by])].toSorted();
};
