import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { nextTurn } from './extension.ts';

/**
 * Lets Chromium's own windows be looked at and clicked (https://www.chromium.org/developers/how-tos/inspecting-ash/): what it asks
 * in a dialog is no page.
 */
export const withDialogs = ['--enable-ui-devtools=0', '--enable-features=ui-debug-tools-enable-synthetic-events'];

/** Presses a button of the dialog that asks for a permission, and waits until the dialog is gone. */
export async function answerDialog(browser: Browser, answer: 'Allow' | 'Deny'): Promise<void> {
  // The empty page that every browser begins with. Another one would come before the dialog.
  const [page] = await browser.pages();
  if (page === undefined) throw new Error('This Chromium has no page');
  const { send, close } = await connect(page, portOf(browser));
  await send('DOM.enable');
  await send('CSS.enable');
  const button = () => buttonOf(send, answer);
  let nodeId = await until(button, (found) => found !== undefined);
  while (nodeId !== undefined) {
    for (const type of ['mousePressed', 'mouseReleased']) {
      const event = { type, x: 10, y: 10, button: 'left', wheelDirection: 'none' };
      await send('DOM.dispatchMouseEvent', { nodeId, event });
    }
    // Chromium overlooks a press that came sooner than a person could have read, and those that follow it too fast.
    nodeId = await until(button, (found) => found === undefined, 1000);
  }
  await close();
}

/** Asks until the answer is as wanted, or until the time is over. */
async function until<Answer>(ask: () => Promise<Answer>, isWanted: (answer: Answer) => boolean, ms = Infinity) {
  const end = performance.now() + ms;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer) || performance.now() > end) return answer;
    await nextTurn();
  }
}

type Send = (method: string, params?: object) => Promise<unknown>;

/** A page speaks for us, so that no other program is needed. There can be one connection at a time. */
async function connect(
  page: Page,
  port: number,
): Promise<{ readonly send: Send; readonly close: () => Promise<void> }> {
  const socket = await page.evaluateHandle(async (url) => {
    const opening = new WebSocket(url);
    await new Promise((resolve, reject) => {
      opening.onopen = resolve;
      opening.onerror = reject;
    });
    return opening;
  }, `ws://127.0.0.1:${port}/0`);
  let last = 0;
  const send: Send = async (method, params = {}) => {
    last += 1;
    const answer = await socket.evaluate(
      (open, message) =>
        new Promise<string>((resolve) => {
          open.onmessage = ({ data }) => {
            if (JSON.parse(data).id === message.id) resolve(data);
          };
          open.send(JSON.stringify(message));
        }),
      { id: last, method, params },
    );
    const { result, error } = JSON.parse(answer);
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  };
  const close = () =>
    socket.evaluate(
      (open) =>
        new Promise<void>((resolve) => {
          open.onclose = () => resolve();
          open.close();
        }),
    );
  return { send, close };
}

function portOf(browser: Browser): number {
  const profile = browser
    .process()
    ?.spawnargs.find((arg) => arg.startsWith('--user-data-dir='))
    ?.split('=')[1];
  if (profile === undefined) throw new Error('This Chromium has no profile');
  return Number.parseInt(readFileSync(path.join(profile, 'UIDevToolsActivePort'), 'utf8'), 10);
}

interface Node {
  readonly nodeId: number;
  readonly attributes?: readonly string[];
  readonly children?: readonly Node[];
}

const within = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(within)];

const isA = (name: string) => (node: Node) => node.attributes?.includes(name) === true;

async function buttonOf(send: Send, label: string): Promise<number | undefined> {
  const { root } = (await send('DOM.getDocument')) as { readonly root: Node };
  const dialog = within(root).find(isA('ExtensionInstallDialogView'));
  for (const { nodeId } of dialog === undefined ? [] : within(dialog).filter(isA('MdTextButton'))) {
    const styles = JSON.stringify(await send('CSS.getMatchedStylesForNode', { nodeId }));
    if (styles.includes(`"name":"Text","value":"${label}"`)) return nodeId;
  }
  return undefined;
}
