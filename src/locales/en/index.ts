import { byFileName } from '../by-file-name.ts';
import type { PracticeWords } from '../catalogue.ts';
import connection from './connection.ts';
import leads from './leads.ts';
import { browsers, pages, platforms, values } from './names.ts';
import notices from './notices.ts';
import { actions, permissions, popup } from './popup.ts';
import ratings from './ratings.ts';
import reasons from './reasons.ts';
import { firstSignIn, signedOut } from './sign-in.ts';
import steps from './steps.ts';
import worker from './worker.ts';

/**
 * English, the language that all others are translated from. A practice's words are found by their file's name; its remedies and
 * the words of the options page are not among them, for only one page shows them.
 */
export default {
  ...worker,
  ratings,
  reasons,
  connection,
  leads,
  notices,
  actions,
  popup,
  permissions,
  signedOut,
  firstSignIn,
  steps,
  platforms,
  browsers,
  pages,
  values,
  practices: byFileName(import.meta.glob<PracticeWords>('./practices/*.ts', { eager: true, import: 'default' })),
};
