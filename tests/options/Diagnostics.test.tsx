import { cleanup, fireEvent, render, waitFor } from '@testing-library/preact';
import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { storedAssessment, storedClaims, storedSettings } from '../../src/browser/stored.ts';
import { storedAnswers } from '../../src/browser/stored-answers.ts';
import { Options } from '../../src/options/Options.tsx';
import { readStored } from '../../src/options/stored-options.ts';
import { readOrganization, readPosture } from '../../src/posture/read-wire.ts';
import { claimOf, ENDPOINT, mixed } from '../support/assessments.ts';
import { anOrganizationAnswer, aPostureAnswer } from '../support/endpoint-answers.ts';
import { hoursAgo, NOW } from '../support/posture.ts';
import { runIn } from '../support/this-browser.ts';
import { setClock } from '../support/worker.ts';

const open = async () => render(<Options stored={await readStored()} />);
const press = (action: string) => {
  const button = document.querySelector(`[data-action=${action}]`);
  if (button === null) throw new Error(`There is no ${action}`);
  fireEvent.click(button);
};
const preview = () => document.querySelector('textarea');
const origin = (setting: string) => document.querySelector(`[data-setting=${setting}]`)?.getAttribute('data-origin');
const status = () => document.querySelector('.report-buttons [role=status]')?.textContent;
const prepare = async () => {
  press('prepare');
  await waitFor(() => expect(preview()).not.toBeNull());
  return JSON.parse(preview()?.value ?? '');
};

const kept = { etag: null, maxAgeSeconds: 3600, fetchedAt: hoursAgo(1) };

async function connect(endpoint = ENDPOINT): Promise<void> {
  const organization = readOrganization(
    anOrganizationAnswer({ baseline: { asOf: '2099-01-01', os: {}, browsers: {} } }),
  );
  const posture = readPosture(aPostureAnswer());
  if ('problem' in organization || 'problem' in posture) throw new Error('A document cannot be read');
  await storedSettings.set({ endpoint: ENDPOINT });
  await storedAssessment.set(mixed());
  await storedAnswers.set({
    endpoint,
    organization: { ...kept, document: organization.document },
    posture: { ...kept, document: posture.document },
    askedAt: NOW,
    answeredAt: hoursAgo(1),
  });
}

beforeEach(() => {
  setClock(NOW);
  runIn({ granted: ['privacy'] });
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the settings in effect', () => {
  test('come from the person, the endpoint and this version', async () => {
    await connect();
    await open();
    await waitFor(() => expect(origin('permissions')).toBe('own'));
    expect(
      ['endpoint', 'policyVersion', 'baselineAsOf', 'organizationMaxAgeSeconds', 'thisComputer'].map(origin),
    ).toEqual(['own', 'endpoint', 'endpoint', 'endpoint', 'endpoint']);
    expect(['checkEveryMinutes', 'locale'].map(origin)).toEqual(['default', 'default']);
  });

  test('do not come from the answers of an endpoint that was left', async () => {
    await connect('https://before.example');
    await open();
    expect(origin('policyVersion')).toBe('default');
  });

  test('follow what is stored', async () => {
    await open();
    expect(origin('endpoint')).toBe('default');
    await connect();
    await waitFor(() => expect(origin('policyVersion')).toBe('endpoint'));
    expect(origin('endpoint')).toBe('own');
  });
});

describe('the report', () => {
  test('is prepared only when somebody asks for it, and can be read before it is copied', async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue();
    Object.assign(navigator, { clipboard: { writeText } });
    await connect();
    await open();
    expect(preview()).toBeNull();
    expect(document.querySelector('[data-action=copy]')).toBeNull();
    await prepare();
    expect(preview()?.readOnly).toBe(true);
    expect(preview()?.getAttribute('aria-label')).toBe('The report');
    expect(status()).toBe('Ready to be read and copied.');
    expect(writeText).not.toHaveBeenCalled();
    press('copy');
    await waitFor(() => expect(status()).toBe('Copied'));
    expect(writeText.mock.calls).toEqual([[preview()?.value]]);
  });

  test('holds this browser, what is stored and what is set', async () => {
    await connect();
    await storedClaims.set([claimOf('disk-encryption')]);
    await fakeBrowser.alarms.create('check', { when: Date.parse(NOW), periodInMinutes: 720 });
    await open();
    await waitFor(() => expect(origin('permissions')).toBe('own'));
    const report = await prepare();
    expect(report).toMatchObject({
      extension: '1.0.0',
      browser: { name: 'chrome', version: '158.0.7499.40' },
      platform: 'macos',
      settings: { endpoint: { value: 'acme.example', origin: 'own' } },
      permissions: [
        { permission: 'management', granted: false },
        { permission: 'privacy', granted: true },
      ],
      kept: { organization: { maxAgeSeconds: 3600 }, posture: { maxAgeSeconds: 3600 } },
      alarms: [{ alarm: 'check', everyMinutes: 720 }],
    });
    expect(report.devices).toHaveLength(3);
    expect(report.devices[0].findings[0].claimed).toContain('0 min ago');
    expect(report.documents.map(({ document }: { readonly document: string }) => document)).toContain('answers');
    expect(preview()?.value).not.toMatch(/Jane|7Q2X|Acme\b|help\.acme/);
  });

  test('is selected, to be copied by hand, where the browser does not let us', async () => {
    Object.assign(navigator, { clipboard: { writeText: () => Promise.reject(new Error('NotAllowedError')) } });
    await open();
    await prepare();
    press('copy');
    await waitFor(() => expect(status()).toContain('copy it with the keyboard'));
    const text = preview();
    expect(document.activeElement).toBe(text);
    expect([text?.selectionStart, text?.selectionEnd]).toEqual([0, text?.value.length]);
  });

  test('says so when the browser does not give what it is made of', async () => {
    await open();
    vi.spyOn(fakeBrowser.alarms, 'get').mockRejectedValue(new Error('gone'));
    press('prepare');
    await waitFor(() => expect(status()).toContain('Try again'));
    expect(preview()).toBeNull();
  });

  test('stays as it was read until it is prepared again', async () => {
    await open();
    const before = await prepare();
    setClock('2026-11-23T13:00:00.000Z');
    await connect();
    await waitFor(() => expect(origin('endpoint')).toBe('own'));
    expect(JSON.parse(preview()?.value ?? '')).toEqual(before);
    press('prepare');
    await waitFor(() => expect(JSON.parse(preview()?.value ?? '').preparedAt).toBe('2026-11-23T13:00:00.000Z'));
  });
});
