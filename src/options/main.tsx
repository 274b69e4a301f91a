import { render } from 'preact';
import { tellPasskey } from '../browser/passkey.ts';
import { loadWords, pageLocale } from '../locales/index.ts';
import { loadOptionsWords } from '../locales/options-words.ts';
import { Options } from './Options.tsx';
import { readStored } from './stored-options.ts';

const [stored] = await Promise.all([readStored(), loadWords(pageLocale), loadOptionsWords(pageLocale)]);

render(<Options stored={stored} />, document.body);
void tellPasskey();
