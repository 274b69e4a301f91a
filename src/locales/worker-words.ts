import en from './en/worker.ts';

/** What the worker says, in every language: it can load nothing later, so these few words are all that it has of each. */
export const workerWords = { en };

/** The languages that the worker speaks. */
export const workerLocales = Object.keys(workerWords) as readonly (keyof typeof workerWords)[];
