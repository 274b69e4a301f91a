import { useRef } from 'preact/hooks';
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
  readonly isChecking: boolean;
}

/** The small window beside the system's settings: everything needed to deal with one finding. */
export function StepsPage({ assessment, wanted, isChecking, ...rest }: Props) {
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);
  const device = assessment?.devices.find(({ id }) => id === wanted.device);
  const finding = device?.findings.find(({ practice }) => practice === wanted.practice);
  const { locale } = rest;
  const isThere = assessment !== undefined && device !== undefined && finding !== undefined;
  const title = isThere ? findingTitle(finding, device, locale) : say(catalogues[locale].steps.gone, {}, locale);
  usePageTitle(title);
  return (
    <div class="page steps" ref={root}>
      {isThere ? (
        <Steps finding={finding} device={device} view={{ ...rest, assessment }} isChecking={isChecking} />
      ) : (
        <main class="steps-text">
          <h1>{title}</h1>
        </main>
      )}
      <EndOfCheck assessedAt={assessment?.assessedAt} isChecking={isChecking} headline={title} locale={locale} />
    </div>
  );
}

interface StepsProps {
  readonly finding: Finding;
  readonly device: AssessedDevice;
  readonly view: View;
  readonly isChecking: boolean;
}

function Steps({ finding, device, view, isChecking }: StepsProps) {
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
          {rating !== 'ok' && <Directions finding={finding} device={device} view={view} />}
        </div>
        <StepsActions finding={finding} view={view} isChecking={isChecking} />
      </article>
    </main>
  );
}
