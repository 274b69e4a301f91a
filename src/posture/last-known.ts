import type { Device } from './device.ts';
import type { PostureDocument } from './read-wire.ts';
import type { Signal } from './signal.ts';
import { isFailing } from './source.ts';

/**
 * Keeps what failing sources said in the previous answer (wire rule 5): a source that fails never makes a device or a bad signal
 * disappear, and neither does an answer of which a part cannot be read. Kept signals keep their own `observedAt`, so they age like any other and end as `stale`.
 */
export function keepLastKnown(answer: PostureDocument, previous: PostureDocument | undefined): PostureDocument {
  if (previous === undefined || previous.person.key !== answer.person.key) return answer;
  const failing = new Set(answer.sources.filter(isFailing).map(({ id }) => id));
  const isOfFailing = ({ source }: { readonly source: string }) => failing.has(source);
  const ids = new Set(answer.devices.map(({ id }) => id));
  const before = new Map(previous.devices.map((device) => [device.id, device]));

  const renewed = answer.devices.map((device) => withKept(device, before.get(device.id), isOfFailing));
  const missing = previous.devices.filter(({ id }) => !ids.has(id));
  // Any of the missing may be the one that could not be read.
  const lost =
    answer.omitted.unreadable > 0
      ? missing
      : missing.filter(({ seenBy }) => seenBy.some(isOfFailing)).map((device) => onlyFrom(device, isOfFailing));
  const agreed = previous.exceptions.filter(({ device }) => lost.some(({ id }) => id === device));
  return { ...answer, devices: [...renewed, ...lost], exceptions: [...answer.exceptions, ...agreed] };
}

type FromFailing = (said: { readonly source: string }) => boolean;

function withKept(device: Device, previous: Device | undefined, isOfFailing: FromFailing): Device {
  if (previous === undefined || ![...previous.seenBy, ...previous.signals].some(isOfFailing)) return device;
  const told = new Set(device.signals.map(identify));
  const missing = previous.signals.filter((signal) => isOfFailing(signal) && !told.has(identify(signal)));
  const seen = new Set(device.seenBy.map(({ source }) => source));
  const sightings = previous.seenBy.filter((sighting) => isOfFailing(sighting) && !seen.has(sighting.source));
  return { ...device, signals: [...device.signals, ...missing], seenBy: [...device.seenBy, ...sightings] };
}

/** A source's newer word on a fact replaces its older one. */
const identify = ({ fact, source }: Signal): string => `${fact}|${source}`;

/** The part of a device that those who answered did not confirm any more is not kept. */
const onlyFrom = (device: Device, isOfFailing: FromFailing): Device => ({
  ...device,
  signals: device.signals.filter(isOfFailing),
  seenBy: device.seenBy.filter(isOfFailing),
});
