import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';
import type { Tone } from './tone.ts';

/** A drawing on a plate in the colour of a rating. */
export function Mark({ icon, tone, size }: { readonly icon: IconName; readonly tone: Tone; readonly size?: 'large' }) {
  return (
    <span class={size === undefined ? 'mark' : `mark mark-${size}`} data-tone={tone}>
      <Icon name={icon} />
    </span>
  );
}
