import { useEffect, useReducer, useState } from 'preact/hooks';
import { now as readClock } from '../browser/clock.ts';
import { send } from '../browser/commands.ts';
import { type OptionalPermission, request } from '../browser/permissions.ts';
import { viewer as readViewer, type Viewer } from '../browser/viewer.ts';
import { openOptions, openSteps, openTab } from '../browser/windows.ts';
import { pageLocale } from '../locales/index.ts';
import type { Assessment } from '../posture/finding.ts';
import { elapsed, type Instant, MINUTE } from '../posture/instant.ts';
import { present } from '../posture/present.ts';
import type { Actions, View } from '../ui/view.ts';
import { type Stored, useStored } from './stored-view.ts';

/** An assessment older than this is renewed as soon as it is looked at. */
const CHECK_AFTER_MINUTES = 15;

interface LiveView extends Omit<View, 'assessment'> {
  readonly assessment: Assessment | undefined;
  readonly isChecking: boolean;
}

/** Everything that a page shows: painted from what is stored, renewed in place, and growing old before one's eyes. */
export function useLiveView(atFirst: Stored): LiveView {
  const { assessment, claims, ownAnswers, refresh } = useStored(atFirst);
  const now = useNow(assessment);
  const viewer = useViewer();
  const { isChecking, check } = useCheck(isOld(atFirst.assessment, now), refresh);
  return {
    assessment: assessment && present(assessment, claims, now),
    ownAnswers,
    now,
    locale: pageLocale,
    viewer,
    isChecking,
    actions: { ...pageActions, check, allow: (permission) => allow(permission, check) },
  };
}

/** Also one from the future: then the clock was wrong, and nobody knows how old it is. */
function isOld(assessment: Assessment | undefined, now: Instant): boolean {
  if (assessment === undefined) return true;
  const age = elapsed(assessment.assessedAt, now);
  return age < 0 || age > CHECK_AFTER_MINUTES * MINUTE;
}

/** The present moment, read at every rendering and at least once a minute. */
function useNow(assessment: Assessment | undefined): Instant {
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0);
  useEffect(() => {
    const timer = setInterval(tick, MINUTE);
    return () => clearInterval(timer);
  }, []);
  return readClock(assessment);
}

function useViewer(): Viewer | undefined {
  const [viewer, setViewer] = useState<Viewer>();
  useEffect(() => {
    void readViewer().then(setViewer);
  }, []);
  return viewer;
}

/** A check, started at once if it is due, and again when the person asks. Without a worker what is stored stays as it is. */
function useCheck(isDue: boolean, refresh: () => Promise<void>) {
  const [isChecking, setChecking] = useState(isDue);
  const check = () => {
    setChecking(true);
    void send('check')
      .then(refresh)
      .catch(() => undefined)
      .then(() => setChecking(false));
  };
  useEffect(() => {
    if (isChecking) check();
    // Once, when the page is opened.
  }, []);
  return { isChecking, check };
}

/** What fails shows by itself: nothing opens, or the assessment stays as it is. */
const attempt = (done: Promise<unknown>): void => void done.catch(() => undefined);

const pageActions: Omit<Actions, 'check' | 'allow'> = {
  showSteps: (finding) => attempt(openSteps(finding)),
  claim: (finding) => attempt(send('claim', finding)),
  unclaim: (finding) => attempt(send('unclaim', finding)),
  answer: (given) => attempt(send('answer', given)),
  unanswer: (finding) => attempt(send('unanswer', finding)),
  openOptions: () => attempt(openOptions()),
  openTab: (url) => attempt(openTab(url)),
};

/** Asks at once, as a browser demands. One that does not ask in a popup may do so on the options page, which has the same switch. */
function allow(permission: OptionalPermission, check: () => void): void {
  attempt(request(permission).then((reply) => reply === 'granted' && check(), openOptions));
}
