import type { Remedies } from '../locales/catalogue.ts';
import { StepsPage } from '../ui/StepsPage.tsx';
import type { FindingRef } from '../ui/view.ts';
import { useLiveView } from './live-view.ts';
import type { Stored } from './stored-view.ts';

interface Props {
  readonly stored: Stored;
  readonly wanted: FindingRef;
  readonly remedies: Remedies | undefined;
}

/** The directions for one finding, kept up to date. */
export const LiveSteps = ({ stored, ...rest }: Props) => <StepsPage {...useLiveView(stored)} {...rest} />;
