import browser, { type Browser } from 'webextension-polyfill';

/** The extension API with promises, the same in every browser. No other file imports the polyfill. */
export const api: Browser = browser;
