import { catalogues, type Locale } from '../locales/index.ts';
import { say } from '../locales/say.ts';

/** What screen readers call a button or link that stands beside many of its kind: "Show me how: Disk encryption". */
export const buttonAbout = (button: string, name: string, locale: Locale): string =>
  say(catalogues[locale].popup['button-about'], { button, name }, locale);
