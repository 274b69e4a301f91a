import { useLayoutEffect, useRef } from 'preact/hooks';
import { catalogues, type Locale } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import type { AssessedDevice } from '../posture/finding.ts';
import { PANEL, tabId } from './DeviceTabs.tsx';
import { type DeviceTally, deviceTally } from './device-tally.ts';
import { listName, modelAndSystem } from './device-words.ts';
import { Icon } from './Icon.tsx';
import { Mark } from './Mark.tsx';
import { toneIcon } from './tone.ts';

interface Props {
  readonly devices: readonly AssessedDevice[];
  readonly chosen: string;
  /** Open, it shows all devices and no findings; else the chosen device only, above its findings. */
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onChoose: (device: string) => void;
  readonly locale: Locale;
}

/** From how many devices on they do not fit into a row of tabs. */
export const LIST_FROM = 5;

/**
 * Tabs one under another, for many devices (https://www.w3.org/WAI/ARIA/apg/patterns/tabs/). The arrow keys, Home and End only go
 * from one to the next: choosing closes the list, so that is left to Enter, Space or a click.
 */
export function DeviceList({ devices, chosen, isOpen, onOpen, onChoose, locale }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(isOpen);
  const { popup } = catalogues[locale];
  useLayoutEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>(`[data-chosen]`);
    if (isOpen && !wasOpen.current) {
      tab?.focus({ preventScroll: true });
      tab?.scrollIntoView({ block: 'center' });
    }
    wasOpen.current = isOpen;
  }, [isOpen]);

  const onKeyDown = (event: KeyboardEvent) => {
    const tabs = [...(list.current?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
    const next = isOpen ? tabs[targetOf(event.key, tabs.indexOf(event.target as HTMLElement), tabs.length)] : undefined;
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <div class={isOpen ? 'device-list is-open' : 'device-list'}>
      {!isOpen && (
        <button type="button" class="link back" data-control="all-devices" onClick={onOpen}>
          <Icon name="chevron" />
          {say(popup['all-devices'], { count: devices.length }, locale)}
        </button>
      )}
      <div
        ref={list}
        class="device-rows"
        role="tablist"
        aria-orientation="vertical"
        aria-label={say(popup['your-devices'], {}, locale)}
        onKeyDown={onKeyDown}
      >
        {devices.map((device, i) => {
          const isChosen = device.id === chosen;
          return (
            <button
              key={device.id}
              id={tabId(i)}
              type="button"
              role="tab"
              class="device-row"
              hidden={!isOpen && !isChosen}
              aria-selected={!isOpen && isChosen}
              aria-controls={isOpen ? undefined : PANEL}
              data-chosen={isChosen ? '' : undefined}
              tabIndex={isChosen ? 0 : -1}
              onClick={() => onChoose(device.id)}
            >
              <Row device={device} isOpen={isOpen} locale={locale} />
            </button>
          );
        })}
      </div>
    </div>
  );
}

/** Where a key leads from the row at `at` of `count`; nowhere for other keys, and from either end. */
function targetOf(key: string, at: number, count: number): number {
  const targets: Readonly<Record<string, number>> = { Home: 0, End: count - 1, ArrowDown: at + 1, ArrowUp: at - 1 };
  return targets[key] ?? -1;
}

function Row({ device, isOpen, locale }: { readonly device: AssessedDevice } & Pick<Props, 'isOpen' | 'locale'>) {
  const counts = deviceTally(device);
  const line = modelAndSystem(device, locale);
  return (
    <>
      <Mark icon={toneIcon[counts.tone]} tone={counts.tone} />
      <span class="card-text">
        <bdi class="device-name">{listName(device, locale)}</bdi>
        {isOpen && line !== '' && <bdi class="line">{line}</bdi>}
      </span>
      <span class="device-state" data-tone={counts.tone}>
        {stateText(counts, locale)}
      </span>
    </>
  );
}

function stateText({ toDo, tone, unknown }: DeviceTally, locale: Locale): string {
  const { popup } = catalogues[locale];
  if (toDo > 0) return say(popup['to-fix'], { count: toDo }, locale);
  if (tone === 'waiting') return say(popup['to-be-confirmed'], {}, locale);
  return unknown > 0 ? say(popup['not-checked'], { count: unknown }, locale) : say(popup['all-done'], {}, locale);
}
