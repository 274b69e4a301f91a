import { render } from 'preact';
import { tellPasskey } from '../browser/passkey.ts';
import { loadWords, pageLocale } from '../locales/index.ts';
import { Options } from './Options.tsx';
import { readStored } from './stored-options.ts';

const stored = await readStored();
const locale = pageLocale(stored.managed?.settings.locale);
await loadWords(locale);

document.documentElement.lang = locale;
render(<Options stored={stored} />, document.body);
void tellPasskey();
