import { cleanup, render } from '@testing-library/preact';
import { fakeBrowser } from '@webext-core/fake-browser';
import { vi } from 'vitest';
import { storedAssessment } from '../../src/browser/stored.ts';
import { LivePopup } from '../../src/popup/LivePopup.tsx';
import { readStored } from '../../src/popup/stored-view.ts';
import { epochMs, HOUR, instant, later, MINUTE } from '../../src/posture/instant.ts';
import { anOrganizationAnswer, aPostureAnswer } from './endpoint-answers.ts';
import { aDevice, NOW, said } from './posture.ts';
import { runIn, tell } from './this-browser.ts';
import { setClock, startWorker } from './worker.ts';

export interface DayPlan {
  /** What the company's endpoint allows for the person's answer. */
  readonly maxAgeSeconds: number;
  /** How often the person opens the popup in the first eight hours, in minutes; 0 for never. */
  readonly opensEveryMinutes: number;
  /** Whether the endpoint fails from the second answer on. */
  readonly isFailing?: boolean;
}

interface Request {
  readonly document: 'organization' | 'posture';
  /** Since the beginning of the day. */
  readonly atMs: number;
  readonly occasion: 'installed' | 'alarm' | 'popup';
}

export interface Day {
  readonly requests: readonly Request[];
  /** What woke the worker, and how often: the name of an alarm, or a command of the popup. */
  readonly wakeUps: Readonly<Record<string, number>>;
}

export const ORGANIZATION_MAX_AGE_SECONDS = 3600;
const ENDPOINT = 'https://checks.acme.example';

/** One day of the real worker and the real popup, from the installation on. The worker is dead whenever nothing happens. */
export async function liveThroughADay(plan: DayPlan): Promise<Day> {
  const requests: Request[] = [];
  const wakeUps: Record<string, number> = {};
  const count = (cause: string) => {
    wakeUps[cause] = (wakeUps[cause] ?? 0) + 1;
  };
  let occasion: Request['occasion'] = 'installed';
  setClock(NOW);
  runIn();
  vi.stubGlobal('PublicKeyCredential', { isUserVerifyingPlatformAuthenticatorAvailable: async () => true });
  vi.stubGlobal('fetch', async (url: string) => {
    const document = url === `${ENDPOINT}/v1/posture` ? 'posture' : 'organization';
    requests.push({ document, atMs: Date.now() - epochMs(NOW), occasion });
    return answer(document, plan, requests.length > 2);
  });
  await fakeBrowser.storage.local.set({ settings: { version: 1, value: { endpoint: ENDPOINT } } });
  await startWorker();
  await assessedAt(NOW);

  for (const { at, opens } of openings(plan)) {
    for (let alarm = await nextAlarm(at); alarm !== undefined; alarm = await nextAlarm(at)) {
      occasion = 'alarm';
      count(`alarm ${alarm.name}`);
      await ringAtItsTime(alarm);
    }
    if (!opens) break;
    setClock(instant(at));
    await startWorker();
    occasion = 'popup';
    for (const command of await lookAtPopup()) count(`popup ${command}`);
  }
  return { requests, wakeUps };
}

function answer(document: Request['document'], plan: DayPlan, isLater: boolean): Response {
  if (plan.isFailing && isLater) return new Response(null, { status: 503 });
  const seconds = document === 'posture' ? plan.maxAgeSeconds : ORGANIZATION_MAX_AGE_SECONDS;
  const devices = [aDevice({ signals: [said('firewall', 'off')] })];
  const content = document === 'posture' ? aPostureAnswer({ devices }) : anOrganizationAnswer();
  return Response.json(content, { headers: { 'Cache-Control': `max-age=${seconds}` } });
}

/** The moments at which the popup is opened, and the end of the day. */
function openings({ opensEveryMinutes }: DayPlan): readonly { readonly at: number; readonly opens: boolean }[] {
  const count = opensEveryMinutes === 0 ? 0 : (8 * 60) / opensEveryMinutes;
  return [
    ...Array.from({ length: count }, (_, i) => ({
      at: epochMs(later(NOW, (i + 1) * opensEveryMinutes * MINUTE)),
      opens: true,
    })),
    { at: epochMs(later(NOW, 24 * HOUR)), opens: false },
  ];
}

interface Alarm {
  readonly name: string;
  readonly scheduledTime: number;
  readonly periodInMinutes?: number;
}

const nextAlarm = async (until: number): Promise<Alarm | undefined> =>
  ((await fakeBrowser.alarms.getAll()) as unknown as readonly Alarm[])
    .filter(({ scheduledTime }) => scheduledTime <= until)
    .toSorted((a, b) => a.scheduledTime - b.scheduledTime)
    .at(0);

/** The in-memory browser keeps alarms, but does not ring them, nor set those that come again. */
async function ringAtItsTime(alarm: Alarm): Promise<void> {
  const { name, scheduledTime, periodInMinutes } = alarm;
  setClock(instant(scheduledTime));
  await fakeBrowser.alarms.clear(name);
  if (periodInMinutes !== undefined)
    await fakeBrowser.alarms.create(name, { delayInMinutes: periodInMinutes, periodInMinutes });
  await startWorker();
  await fakeBrowser.alarms.onAlarm.trigger({ ...alarm, persistAcrossSessions: true });
  if (name === 'repaint') await until(async () => (await nextAlarm(Date.now())) === undefined);
  else await assessedAt(instant(scheduledTime));
}

const assessedAt = (at: string) => until(async () => (await storedAssessment.get())?.assessedAt === at);

/** Unlike `vi.waitFor`, this leaves the clock alone. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** Opens the popup, waits until all that it asked of the worker is done, and closes it. */
async function lookAtPopup(): Promise<readonly string[]> {
  const commands: string[] = [];
  const replies: Promise<unknown>[] = [];
  const sender = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('src/popup/index.html') };
  Object.assign(fakeBrowser.runtime, {
    sendMessage: (message: { readonly command: string }) => {
      commands.push(message.command);
      const reply = tell(message, sender);
      replies.push(reply);
      return reply;
    },
  });
  render(<LivePopup stored={await readStored()} />);
  await until(() => commands.includes('passkey'));
  await Promise.all(replies);
  cleanup();
  return commands;
}
