import type { AnyPractice } from '../posture/practice.ts';
import automaticUpdates from './automatic-updates.ts';
import browserExtensions from './browser-extensions.ts';
import browserVersion from './browser-version.ts';
import checkIn from './check-in.ts';
import companyCheck from './company-check.ts';
import deviceIntegrity from './device-integrity.ts';
import diskEncryption from './disk-encryption.ts';
import endpointProtection from './endpoint-protection.ts';
import firewall from './firewall.ts';
import httpsOnly from './https-only.ts';
import osPatched from './os-patched.ts';
import osSupported from './os-supported.ts';
import passkeyReady from './passkey-ready.ts';
import remoteLogin from './remote-login.ts';
import safeBrowsing from './safe-browsing.ts';
import screenLock from './screen-lock.ts';
import softwareUpdates from './software-updates.ts';
import systemProtection from './system-protection.ts';
import toolbarCheck from './toolbar-check.ts';
import unknownSources from './unknown-sources.ts';
import usbDebugging from './usb-debugging.ts';

/** Every practice, in the order in which they are shown within a rating. */
export const practices: readonly AnyPractice[] = [
  diskEncryption,
  screenLock,
  deviceIntegrity,
  osSupported,
  automaticUpdates,
  softwareUpdates,
  endpointProtection,
  osPatched,
  firewall,
  remoteLogin,
  systemProtection,
  unknownSources,
  usbDebugging,
  companyCheck,
  checkIn,
  browserVersion,
  safeBrowsing,
  httpsOnly,
  browserExtensions,
  passkeyReady,
  toolbarCheck,
];
