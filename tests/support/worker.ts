import { fakeBrowser } from '@webext-core/fake-browser';
import { vi } from 'vitest';
import { send } from '../../src/browser/commands.ts';
import { storedAssessment } from '../../src/browser/stored.ts';
import type { AssessedDevice, Assessment, Finding } from '../../src/posture/finding.ts';
import type { Instant } from '../../src/posture/instant.ts';
import { forgetPermissionListeners } from './this-browser.ts';

/** Sets the clock that the worker reads. Everything else takes its real time. */
export function setClock(now: Instant): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
}

/** Starts the worker as a browser does, over whatever is stored. The one before is dead. */
export async function startWorker(): Promise<void> {
  fakeBrowser.runtime.onMessage.removeAllListeners();
  fakeBrowser.runtime.onInstalled.removeAllListeners();
  fakeBrowser.runtime.onStartup.removeAllListeners();
  fakeBrowser.runtime.onUpdateAvailable.removeAllListeners();
  forgetPermissionListeners();
  fakeBrowser.alarms.onAlarm.removeAllListeners();
  fakeBrowser.storage.onChanged.removeAllListeners();
  fakeBrowser.notifications.onClicked.removeAllListeners();
  vi.resetModules();
  await import('../../src/background/main.ts');
}

/** Makes a check and gives what it stored. */
export async function assessedNow(): Promise<Assessment> {
  await send('check');
  const assessment = await storedAssessment.get();
  if (assessment === undefined) throw new Error('Nothing was assessed');
  return assessment;
}

export const deviceNamed = ({ devices }: Assessment, name: string): AssessedDevice | undefined =>
  devices.find((device) => device.name === name);

export const ratingsOf = (findings: readonly Finding[] = []): Record<string, string> =>
  Object.fromEntries(findings.map(({ practice, rating, reason }) => [practice, reason ?? rating]));

/** Lets an alarm ring. */
export const ring = (name: string): Promise<unknown> =>
  fakeBrowser.alarms.onAlarm.trigger({ name, scheduledTime: 0, persistAcrossSessions: true });
