import { render } from 'preact';
import { tellPasskey } from '../browser/passkey.ts';
import { Options } from './Options.tsx';
import { readStored } from './stored-options.ts';

render(<Options stored={await readStored()} />, document.body);
void tellPasskey();
