import type { AnyPractice } from '../posture/practice.ts';
import browserVersion from './browser-version.ts';
import deviceIntegrity from './device-integrity.ts';
import diskEncryption from './disk-encryption.ts';
import firewall from './firewall.ts';
import osPatched from './os-patched.ts';
import osSupported from './os-supported.ts';
import screenLock from './screen-lock.ts';

/** Every practice, in the order in which they are shown within a rating. */
export const practices: readonly AnyPractice[] = [
  diskEncryption,
  screenLock,
  deviceIntegrity,
  osSupported,
  osPatched,
  firewall,
  browserVersion,
];
