import type { SettingValues } from '../../src/posture/settings.ts';

/** What a version says where nobody else does. */
export const byDefault: SettingValues = {
  endpoint: null,
  signIn: 'none',
  token: false,
  policyVersion: null,
  baselineAsOf: '2026-11-12',
  checkEveryMinutes: 720,
  organizationMaxAgeSeconds: 0,
  locale: 'en',
  contact: null,
  applyTo: null,
  notifications: true,
  permissions: [],
  device: false,
  thisComputer: 'alone',
};
