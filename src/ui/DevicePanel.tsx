import { useRef } from 'preact/hooks';
import type { AssessedDevice } from '../posture/finding.ts';
import { companyDevices } from '../posture/summary.ts';
import { DeviceSection } from './DeviceSection.tsx';
import { PANEL } from './DeviceTabs.tsx';
import { deviceLine, lastKnownText } from './device-words.ts';
import { Icon } from './Icon.tsx';
import { Later } from './Later.tsx';
import { countInSight, sectionsOf } from './sections.ts';
import { Unjoined } from './Unjoined.tsx';
import { useLayout } from './use-layout.ts';
import type { View } from './view.ts';
import { WhoseDevice } from './WhoseDevice.tsx';

/** Which cards the person opened or closed, by practice or group. */
export type Toggles = Readonly<Record<string, boolean>>;

interface Props {
  readonly device: AssessedDevice;
  readonly label: string;
  /** The id of the device's tab; absent where there are no tabs. */
  readonly labelledBy: string | undefined;
  readonly view: View;
  readonly toggles: Toggles;
  readonly onToggle: (card: string, isOpen: boolean) => void;
  /** Leads to another device; without one, to this computer. */
  readonly onShow: (device?: string) => void;
}

/** Everything about one device. */
export function DevicePanel({ device, label, labelledBy, view, toggles, onToggle, onShow }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  const layout = useLayout(device, panel);
  const sections = sectionsOf(device, layout);
  const inSight = countInSight(sections, layout);
  const isOpen = (card: string) => toggles[card] ?? card === layout.openAtFirst;
  const tabPanel = labelledBy !== undefined && ({ role: 'tabpanel', 'aria-labelledby': labelledBy } as const);
  return (
    <div ref={panel} id={PANEL} class="panel" data-device={device.id} {...tabPanel}>
      <DeviceFacts device={device} label={label} view={view} onShow={onShow} />
      {sections.map((section, index) => (
        <Later key={section.place} unless={index < inSight}>
          <DeviceSection section={section} device={device} view={view} isOpen={isOpen} onToggle={onToggle} />
        </Later>
      ))}
      <Later>
        <WhoseDevice device={device} view={view} onShow={onShow} />
      </Later>
    </div>
  );
}

/** Which device it is, and what to know before reading what is said of it. */
function DeviceFacts({ device, label, view, onShow }: Pick<Props, 'device' | 'label' | 'view' | 'onShow'>) {
  const { assessment, locale } = view;
  const line = deviceLine(device, label, locale);
  const isUnjoined = device.isThisComputer && !device.isJoined && companyDevices(assessment).length > 0;
  if (line === undefined && !device.isLastKnown && !isUnjoined) return null;
  return (
    <div class="device">
      {line !== undefined && <bdi>{line}</bdi>}
      {device.isLastKnown && (
        <span class="last-known">
          <Icon name="clock" />
          {lastKnownText(device, view)}
        </span>
      )}
      {isUnjoined && <Unjoined computer={device} view={view} onShow={onShow} />}
    </div>
  );
}
