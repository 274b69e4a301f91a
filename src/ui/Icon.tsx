import { type IconName, iconPaths } from './icon-paths.ts';

/** A drawing beside words that say the same: screen readers pass over it. */
export function Icon({ name, class: ofClass }: { readonly name: IconName; readonly class?: string }) {
  return (
    <svg class={ofClass === undefined ? 'icon' : `icon ${ofClass}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={iconPaths[name]} />
    </svg>
  );
}
