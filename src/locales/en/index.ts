import { byFileName } from '../by-file-name.ts';
import type { PracticeWords } from '../catalogue.ts';
import connection from './connection.ts';
import { headlines, leads } from './headlines.ts';
import { browsers, pages, platforms, sources, values } from './names.ts';
import notices from './notices.ts';
import options from './options.ts';
import { actions, badge, permissions, popup } from './popup.ts';
import ratings from './ratings.ts';
import reasons from './reasons.ts';
import steps from './steps.ts';

/** English, the language that all others are translated from. A practice's words are found by their file's name. */
export default {
  ratings,
  reasons,
  connection,
  headlines,
  leads,
  notices,
  actions,
  popup,
  permissions,
  options,
  steps,
  badge,
  platforms,
  browsers,
  sources,
  pages,
  values,
  practices: byFileName(import.meta.glob<PracticeWords>('./practices/*.ts', { eager: true, import: 'default' })),
};
