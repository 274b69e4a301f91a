import { randomUUID } from 'node:crypto';
import { createGateway } from '../../server/gateway.ts';
import { samplePeople } from '../../server/sample/index.ts';
import type { Baseline } from '../../src/posture/baseline.ts';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import { DAY, instant } from '../../src/posture/instant.ts';
import { type ServedGateway, serveGateway } from './gateway.ts';

/**
 * The bundled baseline with every date moved so that it is `asOf` today: a test that runs a year from now sees the same relations
 * between releases, and a browser that was updated since counts as newer than the newest.
 */
export function baselineOfToday(): Baseline {
  const today = Math.floor(Date.now() / DAY) * DAY;
  const shift = today - Date.parse(bundledBaseline.asOf);
  const moved = (day: string) => instant(Date.parse(day) + shift).slice(0, 10);
  return JSON.parse(JSON.stringify(bundledBaseline), (_, value) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? moved(value) : value,
  );
}

/** The gateway with the sample people, in this process, on a port of its own, by a clock of its own if need be. */
export function serveSamplePeople(now = () => instant(Date.now())): Promise<ServedGateway> {
  const gateway = createGateway({
    now,
    baseline: baselineOfToday(),
    serves: samplePeople,
    requestId: randomUUID,
  });
  return serveGateway(gateway.fetch);
}
