import { deviceSerial, hardwareModel } from '../browser/enterprise.ts';
import type { BrowserSource } from './browser-source.ts';

/** Which machine this is, where the organization's policy lets this extension see that. It states no fact, so it leaves no gap. */
export const hardware: BrowserSource = {
  facts: [],
  observe: async () => {
    const [model, serial] = await Promise.all([hardwareModel(), deviceSerial()]);
    return { signals: [], gaps: [], ...(model !== undefined && { model }), ...(serial !== undefined && { serial }) };
  },
};
