import { catalogues } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import { practiceName } from './finding-words.ts';
import { Mark } from './Mark.tsx';
import { type PermissionProps, SwitchOn } from './SwitchOn.tsx';
import { practiceIcon } from './tone.ts';

/** A check that waits for a permission: what it is for, and the button that asks for it. */
export function PermissionCard({ finding, permission, view }: PermissionProps) {
  const { practice, rating, reason } = finding;
  const { locale } = view;
  return (
    <div class="card permission" data-practice={practice} data-rating={rating} data-reason={reason} data-tone="unknown">
      <Mark icon={practiceIcon(finding)} tone="unknown" />
      <div class="card-text">
        <h3 class="card-title">{practiceName(finding, locale)}</h3>
        <p class="line">{say(catalogues[locale].permissions[permission], {}, locale)}</p>
      </div>
      <SwitchOn finding={finding} permission={permission} view={view} />
    </div>
  );
}
