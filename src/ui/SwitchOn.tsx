import { catalogues } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import type { Finding } from '../posture/finding.ts';
import type { OptionalPermission } from '../posture/permission.ts';
import { practiceName } from './finding-words.ts';
import type { View } from './view.ts';

export interface PermissionProps {
  readonly finding: Finding;
  readonly permission: OptionalPermission;
  readonly view: View;
}

/** Asks for the permission that a check needs. A browser asks only while the press itself is handled. */
export function SwitchOn({ finding, permission, view: { locale, actions } }: PermissionProps) {
  const { popup, actions: words } = catalogues[locale];
  const button = say(words['switch-on'], {}, locale);
  return (
    <button
      type="button"
      class="button"
      aria-label={say(popup['button-about'], { button, name: practiceName(finding, locale) }, locale)}
      data-control="permission"
      onClick={() => actions.allow(permission)}
    >
      {button}
    </button>
  );
}
