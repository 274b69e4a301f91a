/** Stands in for webextension-polyfill where there is no browser. */
export { fakeBrowser as default } from '@webext-core/fake-browser';
