import type { Browser } from 'puppeteer';

/** Runs a script where Firefox itself runs, with all of its own powers, and gives its value. */
export type AskFirefox = (script: string) => Promise<unknown>;

/**
 * The way into Firefox's own window. The protocol has one since Firefox 148 (https://bugzilla.mozilla.org/show_bug.cgi?id=1944568),
 * and puppeteer has no function for it yet.
 */
export async function firefoxWindow(browser: Browser): Promise<AskFirefox> {
  const { connection } = browser as unknown as { readonly connection: Connection };
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = result.contexts?.find(({ url }) => url === 'chrome://browser/content/browser.xhtml')?.context;
  if (context === undefined) throw new Error('This Firefox does not show its own window');
  return async (expression) => {
    const answer = await connection.send('script.evaluate', { expression, target: { context }, awaitPromise: true });
    if (answer.result.exceptionDetails !== undefined) throw new Error(answer.result.exceptionDetails.text);
    return answer.result.result?.value;
  };
}

interface Connection {
  send(method: string, params: object): Promise<{ readonly result: Result }>;
}

interface Result {
  readonly contexts?: readonly { readonly context: string; readonly url: string }[];
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}
