import type { Instant } from './instant.ts';
import type { Form, Platform } from './platform.ts';
import type { Gap, Signal } from './signal.ts';

export const ownerships = ['company', 'personal', 'shared', 'unknown'] as const;
export type Ownership = (typeof ownerships)[number];

/** The strong identity keys of a device, strongest first, and the MAC addresses, which alone prove little. */
export interface Identity {
  readonly serial?: string;
  readonly hardwareUuid?: string;
  readonly imei?: string;
  readonly macs?: readonly string[];
}

/** A device as one source reports it, before it is collated with what other sources report. Never leaves the gateway. */
export interface ReportedDevice {
  readonly source: string;
  readonly identity: Identity;
  /** What stands on the company's label. People write it by hand, so it joins no records. */
  readonly assetTag?: string;
  readonly name: string;
  readonly platform: Platform;
  readonly form: Form;
  readonly model?: string;
  readonly ownership: Ownership;
  readonly lastContactAt?: Instant;
  readonly signals: readonly Signal[];
}

export type JoinedBy = 'serial' | 'hardware-uuid' | 'imei' | 'mac' | 'alone';

/** That a source knows a device, and by which key its record was joined to the others. */
export interface Sighting {
  readonly source: string;
  readonly lastContactAt: Instant | null;
  readonly joinedBy: JoinedBy;
}

/** A person's computer or phone as all sources together describe it. */
export interface Device {
  readonly id: string;
  readonly name: string;
  readonly platform: Platform;
  readonly form: Form;
  readonly model?: string;
  readonly ownership: Ownership;
  /** The last four characters of the serial number; the whole never leaves the gateway. */
  readonly serialEnding?: string;
  /** Sealed identity keys, to be compared with a sealed hint of this computer. */
  readonly match: readonly string[];
  /** Of a computer: what a hint of it would be once it is salted and hashed (`posture/device-hints.ts`). */
  readonly hints?: readonly string[];
  readonly seenBy: readonly Sighting[];
  /** Ids of devices that share a key with this one, but contradict it in another. */
  readonly mayBeSameAs: readonly string[];
  readonly signals: readonly Signal[];
  readonly gaps?: readonly Gap[];
}
