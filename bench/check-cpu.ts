import type { aCheckOf as ACheckOf } from './check-load.ts';
import type { Chapter } from './limits.ts';
import { median, quantile } from './statistics.ts';

const FEW = 40;
const COUNTS = [10, FEW, 100, 300, 1000];
const LIMIT_MS = 10;

/** More would be more than linear; less would forbid what a processor's caches do. */
const LIMIT_GROWTH = 1.5;

const WARM_UP_MS = 1500;
const MEASURE_MS = 2500;
const LEAST_RUNS = 9;

/** How much CPU one check takes, and how that grows. `aCheckOf` comes out of a build, as the worker does. */
export function checkCpu(aCheckOf: typeof ACheckOf): Chapter {
  const times = new Map(COUNTS.map((devices) => [devices, timesOf(aCheckOf(devices))]));
  const perDevice = (devices: number) => median(times.get(devices) ?? []) / devices;
  const few = times.get(FEW) ?? [];
  return {
    title: 'CPU of one check',
    how: [
      'What a check computes once the answers are there: reads both documents, keeps what failing sources said before, judges every',
      'device by every practice, dates the findings, and makes badge and headline. The devices are Macs, Windows computers, iPhones and',
      'Androids, and two tools tell every fact of each. CPU time of the process, collecting garbage included; no network, no storage.',
      'On a machine whose processors are shared it is up to twice as much while the others are busy.',
    ].join('\n'),
    measured: [
      {
        what: `one check of ${FEW} devices × all practices`,
        value: median(few),
        limit: LIMIT_MS,
        unit: 'ms',
        details: `median of ${few.length}; quartiles ${quantile(few, 0.25).toFixed(2)} and ${quantile(few, 0.75).toFixed(2)} ms`,
      },
      {
        what: `a device among 1,000, against one among ${FEW}`,
        value: perDevice(1000) / perDevice(FEW),
        limit: LIMIT_GROWTH,
        unit: '',
        details: COUNTS.map((devices) => `${devices}: ${(perDevice(devices) * 1000).toFixed(0)} µs`).join(', '),
      },
    ],
  };
}

/** Milliseconds of CPU of each run, once the code is compiled. */
function timesOf(check: () => unknown): readonly number[] {
  for (const end = performance.now() + WARM_UP_MS; performance.now() < end; ) check();
  const times: number[] = [];
  for (const end = performance.now() + MEASURE_MS; performance.now() < end || times.length < LEAST_RUNS; ) {
    const before = process.cpuUsage();
    check();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return times;
}
