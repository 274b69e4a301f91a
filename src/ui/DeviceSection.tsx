import { catalogues } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import type { AssessedDevice, Finding } from '../posture/finding.ts';
import { permissionOf } from '../posture/permission.ts';
import { FindingCard } from './FindingCard.tsx';
import { Group } from './Group.tsx';
import { Hint } from './Hint.tsx';
import { PermissionCard } from './PermissionCard.tsx';
import { cardOf, type Folded, isFolded, type Section } from './sections.ts';
import type { View } from './view.ts';

interface Props {
  readonly section: Section;
  readonly device: AssessedDevice;
  readonly view: View;
  readonly isOpen: (card: string) => boolean;
  readonly onToggle: (card: string, isOpen: boolean) => void;
}

/** The findings that stand in one place, under its heading. */
export function DeviceSection({ section, device, view, isOpen, onToggle }: Props) {
  const { place, findings, folded } = section;
  const group = (of: Folded, inside: readonly Finding[]) => (
    <Group
      place={of}
      findings={inside}
      device={device}
      view={view}
      isOpen={isOpen(cardOf(of))}
      onToggle={(open) => onToggle(cardOf(of), open)}
    />
  );
  if (isFolded(place)) return group(place, findings);
  return (
    <section data-place={place}>
      {place !== 'hint' && <h2 class="section-title">{headingOf(place, view)}</h2>}
      {findings
        .filter(({ isAside }) => !isAside)
        .map((finding) => (
          <One
            key={finding.practice}
            finding={finding}
            device={device}
            view={view}
            isOpen={isOpen(finding.practice)}
            onToggle={(open) => onToggle(finding.practice, open)}
            showsRating={place === 'browser'}
          />
        ))}
      {folded.length > 0 && group('browser-ok', folded)}
      {findings
        .filter(({ isAside }) => isAside)
        .map((finding) => (
          <Hint key={finding.practice} finding={finding} device={device} view={view} />
        ))}
    </section>
  );
}

/** What waits for a permission says so; all else unfolds. */
function One(props: Parameters<typeof FindingCard>[0]) {
  const { finding, view } = props;
  const permission = permissionOf(finding);
  if (permission !== undefined) return <PermissionCard finding={finding} permission={permission} view={view} />;
  return <FindingCard {...props} />;
}

function headingOf(place: Exclude<Section['place'], Folded | 'hint'>, { locale }: View): string {
  const { popup, ratings } = catalogues[locale];
  const headings = {
    warn: ratings.warn,
    nudge: ratings.nudge,
    waiting: popup['to-confirm'],
    agreed: popup.agreed,
    browser: popup['this-browser'],
  } as const;
  return say(headings[place], {}, locale);
}
