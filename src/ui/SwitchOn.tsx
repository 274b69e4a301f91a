import { catalogues } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import type { Finding } from '../posture/finding.ts';
import type { OptionalPermission } from '../posture/permission.ts';
import { buttonAbout } from './button-about.ts';
import { practiceName } from './finding-words.ts';
import type { View } from './view.ts';

export interface PermissionProps {
  readonly finding: Finding;
  readonly permission: OptionalPermission;
  readonly view: View;
}

/** Asks for the permission that a check needs. A browser asks only while the press itself is handled. */
export function SwitchOn({ finding, permission, view: { locale, actions } }: PermissionProps) {
  const button = say(catalogues[locale].actions['switch-on'], {}, locale);
  return (
    <button
      type="button"
      class="button"
      aria-label={buttonAbout(button, practiceName(finding, locale), locale)}
      data-control="permission"
      onClick={() => actions.allow(permission)}
    >
      {button}
    </button>
  );
}
