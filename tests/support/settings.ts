import type { SettingValues } from '../../src/posture/settings.ts';

/** What a version says where nobody else does. */
export const byDefault: SettingValues = {
  endpoint: null,
  signIn: 'none',
  policyVersion: null,
  baselineAsOf: '2026-11-12',
  checkEveryMinutes: 720,
  organizationMaxAgeSeconds: 0,
  language: 'en',
  permissions: [],
  thisComputer: 'alone',
};
