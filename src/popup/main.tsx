import { render } from 'preact';
import { loadWords, pageLocale } from '../locales/index.ts';
import { effectsAfterPaint } from './after-paint.ts';
import { LivePopup } from './LivePopup.tsx';
import { readStored } from './stored-view.ts';

const stored = await readStored();
const locale = pageLocale(stored.managed?.settings.locale);
await loadWords(locale);

document.documentElement.lang = locale;
effectsAfterPaint();
render(<LivePopup stored={stored} />, document.body);
