import { type Instant, instant } from '../posture/instant.ts';

/** The present moment by this computer's clock. Nothing else in the extension reads a clock. */
export const now = (): Instant => instant(Date.now());
