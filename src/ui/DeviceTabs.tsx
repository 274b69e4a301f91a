import { useRef } from 'preact/hooks';
import { numbers } from '../locales/formats.ts';
import { catalogues, type Locale } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import type { AssessedDevice } from '../posture/finding.ts';
import { deviceTally } from './device-tally.ts';
import { tabLabel } from './device-words.ts';
import { Icon } from './Icon.tsx';
import { toneIcon } from './tone.ts';

interface Props {
  readonly devices: readonly AssessedDevice[];
  readonly chosen: string;
  readonly onChoose: (device: string) => void;
  readonly locale: Locale;
}

export const PANEL = 'device-panel';

/** One tab a device; the arrow keys, Home and End go from one to the next (https://www.w3.org/WAI/ARIA/apg/patterns/tabs/). */
export function DeviceTabs({ devices, chosen, onChoose, locale }: Props) {
  const list = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const at = devices.findIndex(({ id }) => id === chosen);
    const next = devices[targetOf(event, at, devices.length) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next.id);
    const tabs = list.current?.querySelectorAll<HTMLElement>('[role=tab]') ?? [];
    tabs[devices.indexOf(next)]?.focus();
  };

  return (
    <div
      ref={list}
      class="tabs"
      role="tablist"
      aria-label={say(catalogues[locale].popup['your-devices'], {}, locale)}
      onKeyDown={onKeyDown}
    >
      {devices.map((device, i) => (
        <button
          key={device.id}
          id={tabId(i)}
          type="button"
          role="tab"
          class="tab"
          aria-selected={device.id === chosen}
          aria-controls={PANEL}
          tabIndex={device.id === chosen ? 0 : -1}
          onClick={() => onChoose(device.id)}
        >
          <Count device={device} locale={locale} />
          <bdi class="tab-label">{tabLabel(device, devices, locale)}</bdi>
        </button>
      ))}
    </div>
  );
}

/** By its number: a device's own id comes from outside. */
export const tabId = (number: number): string => `tab-${number}`;

/** Where a key leads from the tab at `at` of `count`; undefined for keys that lead nowhere. */
function targetOf({ key, currentTarget }: KeyboardEvent, at: number, count: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const isRightToLeft = getComputedStyle(currentTarget as Element).direction === 'rtl';
  const forward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const back = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return (at + 1) % count;
  if (key === back) return (at - 1 + count) % count;
  return undefined;
}

/** How many things there are to do, or the sign of what else there is to say of a device. */
function Count({ device, locale }: { readonly device: AssessedDevice; readonly locale: Locale }) {
  const { toDo, tone } = deviceTally(device);
  const { ratings, popup } = catalogues[locale];
  return (
    <>
      <span class="count" data-tone={tone}>
        {toDo > 0 ? numbers(locale).format(toDo) : <Icon name={toneIcon[tone]} />}
      </span>
      <span class="unseen">{say(tone === 'waiting' ? popup['to-confirm'] : ratings[tone], {}, locale)}</span>
    </>
  );
}
