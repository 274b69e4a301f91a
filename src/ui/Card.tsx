import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';
import { Later } from './Later.tsx';
import { Mark } from './Mark.tsx';
import type { Tone } from './tone.ts';

interface Props {
  /** What tells the card from others: `data-` attributes only. */
  readonly attributes: Readonly<Record<`data-${string}`, string | undefined>>;
  readonly icon: IconName;
  readonly tone: Tone;
  readonly title: string;
  /** 2 for a card that stands on its own, 3 for one in a section. */
  readonly level: 2 | 3;
  readonly lines?: ComponentChildren;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  readonly children: ComponentChildren;
}

/** A line that unfolds. Whether it is open is told from above, so that it stays so when the assessment changes. */
export function Card({ attributes, icon, tone, title, level, lines, isOpen, onToggle, children }: Props) {
  const Title = `h${level}` as const;
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
          <Title class="card-title">{title}</Title>
          {lines}
        </span>
        <Icon name="chevron" class="chevron" />
      </summary>
      <div class="card-body">
        <Later unless={isOpen}>{children}</Later>
      </div>
    </details>
  );
}
