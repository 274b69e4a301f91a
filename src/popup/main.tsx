import { render } from 'preact';
import { LivePopup } from './LivePopup.tsx';
import { readStored } from './stored-view.ts';

render(<LivePopup stored={await readStored()} />, document.body);
