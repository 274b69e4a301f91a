import { useRef } from 'preact/hooks';
import type { Remedies } from '../locales/catalogue.ts';
import { catalogues } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import type { AssessedDevice, Finding } from '../posture/finding.ts';
import { deviceInSentence, tabLabel } from './device-words.ts';
import { EndOfCheck } from './EndOfCheck.tsx';
import { findingTitle } from './finding-words.ts';
import { Mark } from './Mark.tsx';
import { StepsActions } from './StepsActions.tsx';
import { Directions, Situation } from './StepsParts.tsx';
import { practiceIcon, toneOf } from './tone.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { usePageTitle } from './use-page-title.ts';
import type { FindingRef, View } from './view.ts';
import { Why } from './Why.tsx';

interface Props extends Omit<View, 'assessment'> {
  readonly assessment: View['assessment'] | undefined;
  readonly wanted: FindingRef;
  /** The directions of the practice; undefined for one that this version does not know. */
  readonly remedies: Remedies | undefined;
  readonly isChecking: boolean;
}

/** The small window beside the system's settings: everything needed to deal with one finding. */
export function StepsPage({ assessment, wanted, remedies, isChecking, ...rest }: Props) {
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);
  const device = assessment?.devices.find(({ id }) => id === wanted.device);
  const finding = device?.findings.find(({ practice }) => practice === wanted.practice);
  const { locale, now } = rest;
  const view = assessment && { ...rest, assessment };
  const isThere = view !== undefined && device !== undefined && finding !== undefined;
  const title = isThere ? findingTitle(finding, device, locale) : say(catalogues[locale].steps.gone, {}, locale);
  usePageTitle(title);
  return (
    <div class="page steps" ref={root}>
      {isThere ? (
        <Steps finding={finding} device={device} remedies={remedies} view={view} isChecking={isChecking} />
      ) : (
        <main class="steps-text">
          <h1>{title}</h1>
        </main>
      )}
      <EndOfCheck view={view} isChecking={isChecking} headline={title} now={now} />
    </div>
  );
}

interface StepsProps {
  readonly finding: Finding;
  readonly device: AssessedDevice;
  readonly remedies: Remedies | undefined;
  readonly view: View;
  readonly isChecking: boolean;
}

function Steps({ finding, device, remedies, view, isChecking }: StepsProps) {
  const { assessment, locale } = view;
  const { practice, rating, reason } = finding;
  const label = device.isThisComputer ? tabLabel(device, assessment.devices, locale) : deviceInSentence(device, locale);
  return (
    <main data-device={device.id}>
      <article data-practice={practice} data-rating={rating} data-reason={reason}>
        <div class="steps-text">
          <header class="steps-head">
            <Mark icon={practiceIcon(finding)} tone={toneOf(finding)} size="large" />
            <div>
              <bdi class="steps-device">{label}</bdi>
              <h1>{findingTitle(finding, device, locale)}</h1>
            </div>
          </header>
          <Why finding={finding} view={view} />
          <Situation finding={finding} device={device} view={view} />
          {rating !== 'ok' && remedies !== undefined && (
            <Directions finding={finding} device={device} remedies={remedies} view={view} />
          )}
        </div>
        <StepsActions finding={finding} view={view} isChecking={isChecking} />
      </article>
    </main>
  );
}
