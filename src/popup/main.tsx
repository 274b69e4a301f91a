import { render } from 'preact';
import { loadWords, pageLocale } from '../locales/index.ts';
import { LivePopup } from './LivePopup.tsx';
import { readStored } from './stored-view.ts';

const [stored] = await Promise.all([readStored(), loadWords(pageLocale)]);

render(<LivePopup stored={stored} />, document.body);
