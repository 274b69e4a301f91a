import { useContext, useRef, useState } from 'preact/hooks';
import { catalogues } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import { AnswerHero } from './AnswerHero.tsx';
import { DeviceList } from './DeviceList.tsx';
import { DevicePanel, type Toggles } from './DevicePanel.tsx';
import { DeviceTabs, tabId } from './DeviceTabs.tsx';
import { listName, tabLabel } from './device-words.ts';
import { EndOfCheck } from './EndOfCheck.tsx';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { Hero } from './Hero.tsx';
import { type HeadlineWords, headlineWithoutAssessment, headlineWords } from './headline-words.ts';
import { IsPainted, Later } from './Later.tsx';
import { Notices } from './Notices.tsx';
import { FirstSignIn } from './SignIn.tsx';
import { Sources } from './Sources.tsx';
import { useChosenDevice } from './use-chosen-device.ts';
import { useDeviceOrder } from './use-device-order.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { usePageTitle } from './use-page-title.ts';
import type { View } from './view.ts';

interface Props extends Omit<View, 'assessment'> {
  /** Undefined until the first check of all has ended. */
  readonly assessment: View['assessment'] | undefined;
  readonly isChecking: boolean;
}

/** The page behind the toolbar icon. */
export function Popup({ assessment, isChecking, ...rest }: Props) {
  const { locale, actions } = rest;
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);
  usePageTitle(say(catalogues[locale].popup.name, {}, locale));
  const { standing } = rest.management;
  const view = assessment === undefined || standing === 'not-here' ? undefined : { ...rest, assessment };
  const words = view === undefined ? headlineWithoutAssessment(locale, isChecking, standing) : headlineWords(view);
  return (
    <div class="page" ref={root}>
      <Header
        organization={assessment?.organization ?? null}
        isChecking={isChecking}
        canCheck={standing !== 'not-here'}
        locale={locale}
        actions={actions}
      />
      {view === undefined ? (
        <main class="content">
          <Hero words={words} tone="unknown" locale={locale} />
        </main>
      ) : (
        <Answer words={words} view={view} />
      )}
      <EndOfCheck view={view} isChecking={isChecking} headline={words.title} now={rest.now} />
    </div>
  );
}

function Answer({ words, view }: { readonly words: HeadlineWords; readonly view: View }) {
  const { assessment, locale } = view;
  const devices = useDeviceOrder(assessment.devices);
  const scroller = useRef<HTMLDivElement>(null);
  const { chosen, isList, isListOpen, choose, goTo, openList } = useChosenDevice(devices, scroller);
  const [toggles, setToggles] = useState<Readonly<Record<string, Toggles>>>({});
  const hasTabs = assessment.connection.endpoint !== null && chosen !== undefined;
  const toggle = (device: string) => (card: string, isOpen: boolean) =>
    setToggles((all) => ({ ...all, [device]: { ...all[device], [card]: isOpen } }));
  const isWhole = useContext(IsPainted);
  const choice = chosen !== undefined && { devices, chosen: chosen.id, onChoose: choose, locale };
  return (
    <>
      <main class="content" aria-busy={isWhole ? undefined : true}>
        <AnswerHero words={words} view={view} shown={isListOpen ? undefined : chosen?.id} onShow={goTo} />
        <FirstSignIn view={view} />
        {hasTabs && choice && !isList && <DeviceTabs {...choice} />}
        <div ref={scroller} class="scroller">
          {hasTabs && choice && isList && <DeviceList {...choice} isOpen={isListOpen} onOpen={openList} />}
          <Notices view={view} />
          {chosen !== undefined && !isListOpen && (
            <DevicePanel
              key={chosen.id}
              device={chosen}
              label={isList ? listName(chosen, locale) : tabLabel(chosen, devices, locale)}
              labelledBy={hasTabs ? tabId(devices.indexOf(chosen)) : undefined}
              view={view}
              toggles={toggles[chosen.id] ?? {}}
              onToggle={toggle(chosen.id)}
              onShow={goTo}
            />
          )}
          <Later>
            <Sources view={view} />
          </Later>
        </div>
      </main>
      <Footer view={view} />
    </>
  );
}
