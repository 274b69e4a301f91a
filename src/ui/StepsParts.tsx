import type { ComponentChildren } from 'preact';
import type { Message, Remedies } from '../locales/catalogue.ts';
import { catalogues, type Locale } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import { companyText, type CompanyText as Text } from '../posture/company-text.ts';
import { isWaiting } from '../posture/present.ts';
import { CompanyText } from './CompanyText.tsx';
import { deviceInSentence } from './device-words.ts';
import { confirmText, type FindingProps } from './FindingCard.tsx';
import { FindingFacts } from './FindingFacts.tsx';
import { FindingParts } from './FindingParts.tsx';
import { agreedText, costText, dueText, expectedText, isToDo, observedText, reasonText } from './finding-words.ts';
import { Icon } from './Icon.tsx';
import { OpenSettings } from './OpenSettings.tsx';
import type { View } from './view.ts';

/** What was seen, by whom, and by when the company asks for it. */
export function Situation({ finding, device, view }: FindingProps) {
  const { locale } = view;
  const { reason, rating } = finding;
  const agreed = agreedText(finding, locale);
  const unknown = reason === undefined ? undefined : reasonText(reason, finding, view);
  const due = rating === 'ok' ? undefined : dueText(finding, view);
  return (
    <div class="meta">
      <p class="seen">{unknown?.what ?? observedText(finding, device, view)}</p>
      <FindingParts finding={finding} device={device} view={view} />
      {unknown !== undefined && <p>{unknown.next}</p>}
      <FindingFacts finding={finding} device={device} view={view} form="sentence" />
      {isToDo(finding) && <p>{expectedText(finding, device, locale)}</p>}
      {agreed !== undefined && <p data-agreed>{agreed}</p>}
      {due !== undefined && <p>{due}</p>}
      {isToDo(finding) && <p>{costText(finding, locale)}</p>}
      {isWaiting(finding) && <p>{confirmText(finding, view)}</p>}
    </div>
  );
}

/** The steps for the device's platform, what to know before them, and how to see that they worked. */
export function Directions({ finding, device, remedies, view }: FindingProps & { readonly remedies: Remedies }) {
  const { locale, viewer, assessment } = view;
  const { platform = 'unknown', link } = finding.remedy ?? {};
  const directions = platform === 'unknown' ? undefined : remedies[platform];
  const { remedy = {} } = companyText(assessment.words, locale, finding.practice);
  const own = Object.hasOwn(remedy, platform) ? remedy[platform] : undefined;
  if (own === undefined && directions === undefined) return null;
  const words = catalogues[locale].steps;
  const isHere = device.isThisComputer && viewer?.platform === platform;
  return (
    <>
      {viewer !== undefined && !isHere && (
        <p class="elsewhere">
          <Icon name="attention" />
          <span>{say(words['other-device'], { device: deviceInSentence(device, locale) }, locale)}</span>
        </p>
      )}
      {directions?.note !== undefined && own === undefined && (
        <Part heading={words.before} locale={locale}>
          <p>{say(directions.note, {}, locale)}</p>
        </Part>
      )}
      <Part heading={words.how} locale={locale}>
        {isHere && link !== undefined && (
          <OpenSettings link={link} viewer={viewer} actions={view.actions} locale={locale} />
        )}
        {own === undefined ? (
          <Steps steps={directions?.steps ?? []} locale={locale} />
        ) : (
          <OwnSteps text={own} view={view} />
        )}
      </Part>
      {directions?.check !== undefined && (
        <Part heading={words.check} locale={locale}>
          <p>{say(directions.check, {}, locale)}</p>
        </Part>
      )}
    </>
  );
}

function Steps({ steps, locale }: { readonly steps: readonly string[]; readonly locale: Locale }) {
  return (
    <ol>
      {steps.map((step) => (
        <li key={step}>{say(step, {}, locale)}</li>
      ))}
    </ol>
  );
}

/** The company's own directions, and that they are. */
function OwnSteps({ text, view: { assessment, locale } }: { readonly text: Text; readonly view: View }) {
  const organization = assessment.organization?.name;
  return (
    <>
      {organization !== undefined && (
        <p class="from">{say(catalogues[locale].steps['from-organization'], { organization }, locale)}</p>
      )}
      <CompanyText text={text} />
    </>
  );
}

interface PartProps {
  readonly heading: Message;
  readonly locale: Locale;
  readonly children: ComponentChildren;
}

function Part({ heading, locale, children }: PartProps) {
  return (
    <section>
      <h2>{say(heading, {}, locale)}</h2>
      {children}
    </section>
  );
}
