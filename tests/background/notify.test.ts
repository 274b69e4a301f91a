import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { send } from '../../src/browser/send.ts';
import { DAY, later } from '../../src/posture/instant.ts';
import { type CompanyServer, json, serveCompany } from '../support/company.ts';
import { anOrganizationAnswer } from '../support/endpoint-answers.ts';
import { manage } from '../support/managed.ts';
import { aDevice, NOW, said } from '../support/posture.ts';
import { runIn } from '../support/this-browser.ts';
import { assessedNow, setClock, startWorker } from '../support/worker.ts';

const due = later(NOW, 2 * DAY);
const aMac = aDevice({ signals: [said('firewall', 'off'), said('diskEncryption', 'off'), said('screenLock', 'off')] });

let company: CompanyServer;
const create = vi.fn(async (_: string, __: Record<string, unknown>) => 'id');
const clear = vi.fn(async () => true);
const open = vi.fn(async (_: { readonly url: string }) => ({}));

const start = async (notifications: boolean | undefined, granted: readonly 'notifications'[] = ['notifications']) => {
  runIn({ granted });
  Object.assign(fakeBrowser.notifications, { create, clear });
  Object.assign(fakeBrowser.windows, { create: open });
  manage({ endpoint: company.origin, ...(notifications !== undefined && { notifications }) });
  await startWorker();
  await assessedNow();
};

const told = () => create.mock.calls.map(([, { title }]) => String(title).replaceAll(/[\u2066-\u2069]/g, ''));

beforeEach(async () => {
  vi.clearAllMocks();
  company = await serveCompany([aMac]);
  const policy = {
    version: '2',
    practices: {
      firewall: { stage: 'remind', dueAt: due },
      'disk-encryption': { stage: 'remind', dueAt: later(due, DAY / 2) },
      'screen-lock': { stage: 'show', dueAt: due },
    },
  };
  company.organization = json(anOrganizationAnswer({ policy }));
  setClock(NOW);
});

afterEach(async () => {
  vi.useRealTimers();
  fakeBrowser.notifications.onClicked.removeAllListeners();
  await company.close();
});

test('a message on the desktop says what is asked for within three days', async () => {
  await start(undefined);
  expect(told()).toEqual(['Security check: 2 things are asked for soon, the first by November 25, 2026']);
});

test('one a day is enough, whatever is checked', async () => {
  await start(true);
  await send('check');
  setClock(later(NOW, DAY - 1));
  await send('check');
  expect(told()).toHaveLength(1);
  setClock(later(NOW, DAY));
  await send('check');
  expect(told()).toHaveLength(2);
});

describe('none appears', () => {
  test('where the organization wants none', async () => {
    await start(false);
    expect(told()).toEqual([]);
  });

  test('before the person has allowed it', async () => {
    await start(true, []);
    expect(told()).toEqual([]);
  });

  test('when nothing is due soon', async () => {
    company.organization = json(anOrganizationAnswer());
    await start(true);
    expect(told()).toEqual([]);
  });
});

test('a check counts although the message cannot be shown', async () => {
  create.mockRejectedValueOnce(new Error('no desktop'));
  await start(true);
  expect((await assessedNow()).connection.problem).toBeNull();
});

describe('a click', () => {
  test('opens the steps of what is due first, also of a worker that is new, and takes the message away', async () => {
    await start(true);
    const [id] = create.mock.calls[0] ?? [];
    await startWorker();
    await fakeBrowser.notifications.onClicked.trigger(id ?? '');
    expect(open.mock.calls[0]?.[0].url).toMatch(/steps\.html\?device=d_1&practice=firewall$/);
    expect(clear).toHaveBeenCalledWith(id);
  });

  test('on what is none of ours opens nothing', async () => {
    await start(true);
    for (const id of ['x', '{}', '{"device":1}']) await fakeBrowser.notifications.onClicked.trigger(id);
    expect(open).not.toHaveBeenCalled();
  });
});
