import { Icon } from '../ui/Icon.tsx';
import type { Outcome } from './use-connection.ts';

/** What came of trying or saving an address. */
export function OutcomeLine({ state, sentence }: Outcome) {
  if (state === 'asking' || state === 'done') return <p>{sentence}</p>;
  return (
    <p class="outcome" data-connection={state} data-tone={state === 'ok' ? 'ok' : 'warn'}>
      <Icon name={state === 'ok' ? 'check' : 'warning'} />
      <span>{sentence}</span>
    </p>
  );
}
