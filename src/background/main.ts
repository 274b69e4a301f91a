import { api } from '../browser/api.ts';
import { now } from '../browser/clock.ts';
import { handle } from '../browser/commands.ts';
import { storedSettings, storedUpdate } from '../browser/stored.ts';
import type { Occasion } from '../posture/due.ts';
import { check } from './check.ts';
import { claim, unclaim } from './claims.ts';
import { setEndpoint, testConnection } from './endpoint.ts';
import { followPermissions } from './follow-permissions.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { answer, unanswer } from './own-answers.ts';
import { repaint } from './paint.ts';
import { rememberPasskey } from './passkey.ts';
import { REPAINT } from './schedule.ts';
import { wake } from './wake.ts';

// A browser that has ended the worker starts it again for an event only if the listener is added before anything is awaited.
const checkFor = oneAtATime<Occasion>((occasions) => check(occasions, now()));
const checkUnasked = () => checkFor('background');

api.runtime.onInstalled.addListener(() => void checkUnasked());
api.runtime.onStartup.addListener(() => void checkUnasked());
api.alarms.onAlarm.addListener(({ name }) => void (name === REPAINT ? repaint(now()) : checkUnasked()));
storedSettings.onChange(() => void checkUnasked());
storedUpdate.onChange(() => void checkUnasked());
api.runtime.onUpdateAvailable.addListener(({ version }) => void storedUpdate.set(version));
followPermissions(() => void checkUnasked());

handle({
  check: () => checkFor('asked-for'),
  renew: () => checkFor('looked-at'),
  'set-endpoint': (endpoint) => setEndpoint(endpoint, now()),
  'test-connection': (endpoint) => testConnection(endpoint, now()),
  claim: (finding) => claim(finding, now()),
  unclaim: (finding) => unclaim(finding, now()),
  passkey: (state) => rememberPasskey(state, checkUnasked, now()),
  answer: (given) => answer(given, now()),
  unanswer: (finding) => unanswer(finding, now()),
});

void wake(checkUnasked, now());
