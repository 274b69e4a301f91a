import { api } from '../browser/api.ts';
import { now } from '../browser/clock.ts';
import { handle } from '../browser/commands.ts';
import { storedSettings, storedUpdate } from '../browser/stored.ts';
import { check } from './check.ts';
import { claim, unclaim } from './claims.ts';
import { setEndpoint, testConnection } from './endpoint.ts';
import { followPermissions } from './follow-permissions.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { answer, unanswer } from './own-answers.ts';
import { repaint } from './paint.ts';
import { rememberPasskey } from './passkey.ts';
import { CHECK } from './schedule.ts';
import { wake } from './wake.ts';

// A browser that has ended the worker starts it again for an event only if the listener is added before anything is awaited.
const checkNow = oneAtATime(() => check(now()));

api.runtime.onInstalled.addListener(() => void checkNow());
api.runtime.onStartup.addListener(() => void checkNow());
api.alarms.onAlarm.addListener(({ name }) => void (name === CHECK ? checkNow() : repaint(now())));
storedSettings.onChange(() => void checkNow());
storedUpdate.onChange(() => void checkNow());
api.runtime.onUpdateAvailable.addListener(({ version }) => void storedUpdate.set(version));
followPermissions(() => void checkNow());

handle({
  check: checkNow,
  'set-endpoint': (endpoint) => setEndpoint(endpoint, now()),
  'test-connection': (endpoint) => testConnection(endpoint, now()),
  claim: (finding) => claim(finding, now()),
  unclaim: (finding) => unclaim(finding, now()),
  passkey: (state) => rememberPasskey(state, checkNow, now()),
  answer: (given) => answer(given, now()),
  unanswer: (finding) => unanswer(finding, now()),
});

void wake(checkNow, now());
