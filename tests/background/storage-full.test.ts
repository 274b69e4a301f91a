import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { send } from '../../src/browser/send.ts';
import { storedAssessment } from '../../src/browser/stored.ts';
import { MINUTE } from '../../src/posture/instant.ts';
import { type CompanyServer, json, serveCompany } from '../support/company.ts';
import { aPostureAnswer } from '../support/endpoint-answers.ts';
import { aDevice, NOW, said } from '../support/posture.ts';
import { runIn } from '../support/this-browser.ts';
import { assessedNow, ring, setClock, startWorker } from '../support/worker.ts';

const { set } = fakeBrowser.storage.local;
const badge = () => fakeBrowser.action.getBadgeText({});

let company: CompanyServer;

beforeEach(async () => {
  setClock(NOW);
  runIn();
  company = await serveCompany([aDevice({ signals: [said('firewall', 'off')] })]);
  await startWorker();
  await send('set-endpoint', company.origin);
  await assessedNow();
});

afterEach(async () => {
  Object.assign(fakeBrowser.storage.local, { set });
  vi.useRealTimers();
  await company.close();
});

/** No room is left for documents of this name. */
const refuse = (name: string) =>
  Object.assign(fakeBrowser.storage.local, {
    set: async (items: object) => {
      if (name in items) throw new Error('Resource::kQuotaBytes quota exceeded');
      await set(items as Record<string, unknown>);
    },
  });

test.each(['answers', 'claims', 'assessment'])(
  'where %s cannot be stored the last good assessment stays, and the badge speaks of it again within a minute',
  async (name) => {
    const lastGood = await storedAssessment.get();
    company.posture = json(aPostureAnswer());
    refuse(name);
    await expect(send('check')).rejects.toThrow();
    expect(await storedAssessment.get()).toEqual(lastGood);

    const repaint = await fakeBrowser.alarms.get('repaint');
    if ((await badge()) !== '1') expect((repaint?.scheduledTime ?? Number.NaN) - Date.parse(NOW)).toBe(MINUTE);
    await ring('repaint');
    await vi.waitFor(async () => expect(await badge()).toBe('1'));

    Object.assign(fakeBrowser.storage.local, { set });
    await assessedNow();
    expect(await badge()).toBe('');
  },
);
