import { options } from 'preact';

/** Pages in the background are not painted. */
const AT_THE_LATEST_MS = 1000;

/**
 * Effects wait for the first frame, however long that takes. Preact waits for no more than 35 milliseconds
 * (https://preactjs.com/guide/v10/options#optionsrequestanimationframe), and a popup is not in sight by then: what effects ask of
 * the browser and of the worker would hold it up.
 */
export function effectsAfterPaint(): void {
  options.requestAnimationFrame = (run) => {
    const late = setTimeout(run, AT_THE_LATEST_MS);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(late);
        run();
      }),
    );
  };
}
