import { api } from '../browser/api.ts';
import { localNow, now as nowBy } from '../browser/clock.ts';
import { handle } from '../browser/commands.ts';
import { onManagedChange } from '../browser/managed.ts';
import { followClicks } from '../browser/notifications.ts';
import { storedAssessment, storedSettings, storedUpdate } from '../browser/stored.ts';
import type { Occasion } from '../posture/due.ts';
import { check, rateAgain } from './check.ts';
import { claim, unclaim } from './claims.ts';
import { setEndpoint, testConnection } from './endpoint.ts';
import { followPermissions } from './follow-permissions.ts';
import { settleManaged } from './managed.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { answer, unanswer } from './own-answers.ts';
import { repaint } from './paint.ts';
import { rememberPasskey } from './passkey.ts';
import { REPAINT } from './schedule.ts';
import { putOffSignIn, signIn, signOut, takeToken } from './sign-in.ts';
import { chooseComputer, forgetComputer } from './this-computer.ts';
import { wake } from './wake.ts';

// A browser that has ended the worker starts it again for an event only if the listener is added before anything is awaited.
const checkFor = oneAtATime<Occasion>(async (occasions) => {
  const beganAt = localNow();
  await settleManaged(localNow);
  await check(occasions, beganAt);
});
const checkUnasked = () => checkFor('background');
const now = async () => nowBy(await storedAssessment.get());

api.runtime.onInstalled.addListener(() => void checkUnasked());
api.runtime.onStartup.addListener(() => void checkUnasked());
api.alarms.onAlarm.addListener(({ name }) => void (name === REPAINT ? repaint(localNow()) : checkUnasked()));
storedSettings.onChange(() => void checkUnasked());
onManagedChange(() => void checkUnasked());
storedUpdate.onChange(() => void checkUnasked());
api.runtime.onUpdateAvailable.addListener(({ version }) => void storedUpdate.set(version));
followPermissions(() => void checkUnasked());
followClicks();

handle({
  check: () => checkFor('asked-for'),
  renew: () => checkFor('looked-at'),
  'set-endpoint': async (endpoint) => setEndpoint(endpoint, await now()),
  'test-connection': async (endpoint) => testConnection(endpoint, await now()),
  claim: async (finding) => claim(finding, await now()),
  unclaim: async (finding) => unclaim(finding, await now()),
  passkey: async (state) => rememberPasskey(state, checkUnasked, await now()),
  answer: async (given) => answer(given, await now()),
  unanswer: async (finding) => unanswer(finding, await now()),
  'choose-computer': (device) => chooseComputer(device).then(() => rateAgain(localNow())),
  'forget-computer': () => forgetComputer().then(() => rateAgain(localNow())),
  'sign-in': async () => ((await signIn(localNow)) ? checkFor('asked-for') : checkUnasked()),
  'put-off-sign-in': () => putOffSignIn().then(checkUnasked),
  'sign-out': async () => signOut(await now()).then(checkUnasked),
  'set-token': (token) => takeToken(token).then(() => checkFor('asked-for')),
});

void wake(checkUnasked, localNow());
