import { render } from 'preact';
import { loadWords, pageLocale } from '../locales/index.ts';
import { remediesOf } from '../locales/remedies.ts';
import { LiveSteps } from './LiveSteps.tsx';
import { readStored } from './stored-view.ts';

const search = new URLSearchParams(location.search);
const wanted = { device: search.get('device') ?? '', practice: search.get('practice') ?? '' };
const stored = await readStored();
const locale = pageLocale(stored.managed?.settings.locale);
const [remedies] = await Promise.all([remediesOf(wanted.practice, locale), loadWords(locale)]);

document.documentElement.lang = locale;
render(<LiveSteps stored={stored} wanted={wanted} remedies={remedies} />, document.body);
