import { definePractice } from '../posture/practice.ts';

export default definePractice({
  id: 'usb-debugging',
  scope: 'device',
  importance: 'nudge',
  needs: ['usbDebugging'],
  remedies: { android: { minutes: 2, restart: false } },
  rate: ({ usbDebugging }, { importance }) => ({
    observed: usbDebugging,
    rating: usbDebugging === 'off' ? 'ok' : importance,
  }),
});
