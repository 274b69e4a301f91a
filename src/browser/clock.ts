import { type Connection, righted } from '../posture/connection.ts';
import { type Instant, instant } from '../posture/instant.ts';

/** The present moment by this computer's clock, which may be wrong. Nothing else in the extension reads a clock. */
export const localNow = (): Instant => instant(Date.now());

/** The present moment, by the clock of the assessment that is shown. */
export const now = (assessment: { readonly connection: Connection } | undefined): Instant =>
  righted(localNow(), assessment?.connection);
