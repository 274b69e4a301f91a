import { fakeBrowser } from '@webext-core/fake-browser';
import { describe, expect, test } from 'vitest';
import { describe as describeExtension, type ExtensionInfo, extensions } from '../../src/sources/extensions.ts';
import { observeBrowser } from '../../src/sources/index.ts';
import { NOW } from '../support/posture.ts';
import { anExtension, runIn } from '../support/this-browser.ts';

const observed = async (installed: readonly ExtensionInfo[]) => {
  runIn({ granted: ['management'], extensions: installed });
  return (await extensions.observe(NOW)).signals[0]?.value;
};

test('an extension is told by what its judgement needs, and nothing more', async () => {
  const whole = { ...anExtension(), version: '1.2', description: 'Takes notes', homepageUrl: 'https://notes.example' };
  expect(await observed([whole])).toEqual([
    { id: 'ext-1', name: 'Notes', state: 'on', installed: 'by-person', reach: 'ordinary' },
  ]);
});

test('neither this extension nor a theme nor an app is among them', async () => {
  const others = [
    anExtension({ id: fakeBrowser.runtime.id }),
    anExtension({ type: 'theme' }),
    anExtension({ type: 'hosted_app' }),
  ];
  expect(await observed(others)).toEqual([]);
});

test.each([
  ['admin', 'by-policy'],
  ['normal', 'by-person'],
  ['sideload', 'sideloaded'],
  ['development', 'unpacked'],
  ['other', 'other'],
  ['constructor-like', 'other'],
])('installed as %s is %s', (installType, installed) => {
  expect(describeExtension(anExtension({ installType })).installed).toBe(installed);
});

test('one that is switched off is told as such, and a long name is cut', () => {
  const told = describeExtension(anExtension({ enabled: false, name: 'x'.repeat(1000) }));
  expect(told.state).toBe('off');
  expect(told.name).toHaveLength(300);
});

describe('reach', () => {
  test.each<[string, readonly string[] | undefined, readonly string[] | undefined, string]>([
    ['every page and sign-ins', ['cookies'], ['<all_urls>'], 'wide'],
    ['every page by a pattern and all traffic', ['webRequest'], ['*://*/*'], 'wide'],
    ['every encrypted page and programs outside', ['nativeMessaging'], ['https://*/*'], 'wide'],
    ['every page of a top-level domain and past visits', ['history'], ['*://*.com/*'], 'wide'],
    ['every page and nothing more', ['storage', 'scripting'], ['<all_urls>'], 'ordinary'],
    ['every page and a filter that sees no traffic', ['declarativeNetRequest'], ['<all_urls>'], 'ordinary'],
    ['sign-ins of one site', ['cookies'], ['https://acme.example/*'], 'ordinary'],
    ['sign-ins of one site and its parts', ['cookies'], ['*://*.acme.example/*'], 'ordinary'],
    ['files alone', ['cookies'], ['file:///*'], 'ordinary'],
    ['sign-ins without any page', ['cookies'], [], 'ordinary'],
    ['what a browser does not tell', undefined, undefined, 'ordinary'],
  ])('%s', (_, permissions, hostPermissions, reach) => {
    const { permissions: __, hostPermissions: ___, ...rest } = anExtension();
    const info = { ...rest, ...(permissions && { permissions }), ...(hostPermissions && { hostPermissions }) };
    expect(describeExtension(info).reach).toBe(reach);
  });
});

describe('what cannot be seen', () => {
  const reasonHere = async () => (await observeBrowser(NOW, [extensions])).gaps;
  const gapFor = (reason: string) => [{ fact: 'extensions', source: 'browser', reason }];

  test('without the permission', async () => {
    runIn({ extensions: [anExtension()] });
    expect(await reasonHere()).toEqual(gapFor('permission-not-granted'));
  });

  test('by a worker that began without it', async () => {
    runIn({ granted: ['management'] });
    Object.assign(fakeBrowser.management, { getAll: undefined });
    expect(await reasonHere()).toEqual(gapFor('not-checked-yet'));
  });

  test.each([
    ['Management is blocked by enterprise policy.', 'blocked-by-policy'],
    ['Something went wrong', 'not-checked-yet'],
  ])('when the browser says "%s"', async (message, reason) => {
    runIn({ granted: ['management'] });
    Object.assign(fakeBrowser.management, { getAll: () => Promise.reject(new Error(message)) });
    expect(await reasonHere()).toEqual(gapFor(reason));
  });

  test('in a browser without such a list', async () => {
    runIn({ granted: ['management'] });
    const { management } = fakeBrowser;
    Object.assign(fakeBrowser, { management: undefined });
    try {
      expect(await reasonHere()).toEqual(gapFor('browser-cannot-know'));
    } finally {
      Object.assign(fakeBrowser, { management });
    }
  });
});
