import { type Instant, instant } from '../posture/instant.ts';
import { api } from './api.ts';

/** The names of the alarms. */
export const alarmNames = ['check', 'check-soon', 'repaint'] as const;
export type AlarmName = (typeof alarmNames)[number];

export interface SetAlarm {
  readonly name: AlarmName;
  readonly ringsAt: Instant;
  /** Minutes until it rings again; null for one that rings once. */
  readonly everyMinutes: number | null;
}

/** The alarms that are set. */
export const setAlarms = async (): Promise<readonly SetAlarm[]> => (await Promise.all(alarmNames.map(setAlarm))).flat();

async function setAlarm(name: AlarmName): Promise<readonly SetAlarm[]> {
  const alarm = await api.alarms.get(name);
  if (alarm === undefined) return [];
  return [{ name, ringsAt: instant(alarm.scheduledTime), everyMinutes: alarm.periodInMinutes ?? null }];
}
