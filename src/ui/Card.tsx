import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';
import { Mark } from './Mark.tsx';
import type { Tone } from './tone.ts';

interface Props {
  /** What tells the card from others: `data-` attributes only. */
  readonly attributes: Readonly<Record<`data-${string}`, string | undefined>>;
  readonly icon: IconName;
  readonly tone: Tone;
  readonly title: string;
  readonly lines?: ComponentChildren;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  readonly children: ComponentChildren;
}

/** A line that unfolds. Whether it is open is told from above, so that it stays so when the assessment changes. */
export function Card({ attributes, icon, tone, title, lines, isOpen, onToggle, children }: Props) {
  return (
    <details
      class="card"
      {...attributes}
      data-tone={tone}
      open={isOpen}
      onToggle={(event) => event.currentTarget.open !== isOpen && onToggle(event.currentTarget.open)}
    >
      <summary class="card-head">
        <Mark icon={icon} tone={tone} />
        <span class="card-text">
          <h3>{title}</h3>
          {lines}
        </span>
        <Icon name="chevron" class="chevron" />
      </summary>
      <div class="card-body">{children}</div>
    </details>
  );
}
