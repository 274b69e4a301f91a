import { render } from 'preact';
import { LiveSteps } from './LiveSteps.tsx';
import { readStored } from './stored-view.ts';

const search = new URLSearchParams(location.search);
const wanted = { device: search.get('device') ?? '', practice: search.get('practice') ?? '' };

render(<LiveSteps stored={await readStored()} wanted={wanted} />, document.body);
