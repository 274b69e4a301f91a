import { useEffect, useReducer, useState } from 'preact/hooks';
import { now as readClock } from '../browser/clock.ts';
import { type OptionalPermission, request } from '../browser/permissions.ts';
import { send } from '../browser/send.ts';
import { viewer as readViewer, type Viewer } from '../browser/viewer.ts';
import { openOptions, openSteps, openTab } from '../browser/windows.ts';
import { pageLocale } from '../locales/index.ts';
import { isWorthRenewing } from '../posture/due.ts';
import type { Assessment } from '../posture/finding.ts';
import { type Instant, MINUTE } from '../posture/instant.ts';
import { present } from '../posture/present.ts';
import type { Actions, View } from '../ui/view.ts';
import { useManagement } from './management.ts';
import { type Stored, useStored } from './stored-view.ts';

interface LiveView extends Omit<View, 'assessment'> {
  readonly assessment: Assessment | undefined;
  readonly isChecking: boolean;
}

/** Everything that a page shows: painted from what is stored, renewed in place, and growing old before one's eyes. */
export function useLiveView(atFirst: Stored): LiveView {
  const { assessment, claims, ownAnswers, refresh, ...installed } = useStored(atFirst);
  const management = useManagement(installed);
  const now = useNow(assessment);
  const viewer = useViewer();
  const isOld = atFirst.assessment === undefined || isWorthRenewing(atFirst.assessment.assessedAt, now);
  const { isChecking, check } = useCheck(isOld && installed.managed?.isHere !== false, refresh);
  return {
    assessment: assessment && present(assessment, claims, now),
    ownAnswers,
    now,
    locale: pageLocale(atFirst.managed?.settings.locale),
    management,
    viewer,
    isChecking,
    actions: { ...pageActions, check, allow: (permission) => allow(permission, check) },
  };
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

/** A check: started at once if it is time for one, and again when the person asks. Without a worker what is stored stays as it is. */
function useCheck(isDue: boolean, refresh: () => Promise<void>) {
  const [isChecking, setChecking] = useState(isDue);
  const ask = (command: 'check' | 'renew') => {
    setChecking(true);
    void send(command)
      .then(refresh)
      .catch(() => undefined)
      .then(() => setChecking(false));
  };
  useEffect(() => {
    if (isChecking) ask('renew');
    // Once, when the page is opened.
  }, []);
  return { isChecking, check: () => ask('check') };
}

/** What fails shows by itself: nothing opens, or the assessment stays as it is. */
const attempt = (done: Promise<unknown>): void => void done.catch(() => undefined);

const pageActions: Omit<Actions, 'check' | 'allow'> = {
  showSteps: (finding) => attempt(openSteps(finding)),
  claim: (finding) => attempt(send('claim', finding)),
  unclaim: (finding) => attempt(send('unclaim', finding)),
  answer: (given) => attempt(send('answer', given)),
  unanswer: (finding) => attempt(send('unanswer', finding)),
  chooseComputer: (device) => attempt(send('choose-computer', device)),
  forgetComputer: () => attempt(send('forget-computer')),
  signIn: () => attempt(send('sign-in')),
  putOffSignIn: () => attempt(send('put-off-sign-in')),
  openOptions: () => attempt(openOptions()),
  openTab: (url) => attempt(openTab(url)),
};

/** Asks at once, as a browser demands. One that does not ask in a popup may do so on the options page, which has the same switch. */
function allow(permission: OptionalPermission, check: () => void): void {
  attempt(request(permission).then((reply) => reply === 'granted' && check(), openOptions));
}
