import type { Chapter, Measured } from '../limits.ts';
import { median, quantile } from '../statistics.ts';
import type { RunnerName } from './field.ts';
import { type Openings, popupRace } from './race.ts';

const LIMIT_RATIO = 1.1;
const ROUNDS = 40;

/** How long our popup takes, against an empty one of the same size, in one run of one browser. */
export const popupChapter = async (): Promise<Chapter & { readonly browser: string }> => {
  const race = await popupRace(ROUNDS);
  return {
    browser: race.browser,
    title: 'Opening the popup',
    how: [
      'From the call of `action.openPopup()` to the first painted frame with an element `[data-practice]` in it: ours with the sample',
      'person "mixed", against an extension whose static popup holds one empty element of that name and has the same size. Both are',
      'opened in turn in one headless Chromium from a page of their own, which keeps their process alive, so that starting a process,',
      'which takes both the same time, does not make the ratio smaller. Nobody debugs a popup meanwhile. A second copy of the empty one',
      'runs along: how far its ratio to the first is from 1.00 tells how exact the others are. For "worker dead" the worker is ended',
      'before each opening. The browser rests for half a second before each, as it does before somebody clicks. Within a third of a',
      'second after a popup was closed it opens the next one, whichever it is, 100 ms sooner, and the same difference is a larger part',
      'of less: that is "one after another", which has no limit, since nobody opens a popup again so soon. A machine that is busy with',
      'something else makes what takes more steps wait more often: where the two empty ones differ much, the run tells little.',
    ].join('\n'),
    measured: [
      ...ratios(race.workerAlive, 'worker alive', LIMIT_RATIO),
      ...ratios(race.workerDead, 'worker dead', LIMIT_RATIO),
      ...ratios(race.oneAfterAnother, 'one after another', Number.POSITIVE_INFINITY),
    ],
  };
};

function ratios(openings: Openings, words: string, limit: number): readonly Measured[] {
  expectAFairRace(openings);
  return [
    { what: `ours : empty, ${words}`, limit, ...ratio(openings, 'stethoscope') },
    { what: `empty : empty, ${words}`, limit: Number.POSITIVE_INFINITY, ...ratio(openings, 'emptyAgain') },
  ].map((measured) => ({ ...measured, unit: '' }));
}

function ratio(openings: Openings, name: RunnerName): Pick<Measured, 'value' | 'details'> {
  const times = openings[name].map(({ milliseconds }) => milliseconds);
  const empty = openings.empty.map(({ milliseconds }) => milliseconds);
  const ofRounds = times.map((time, round) => time / (empty[round] ?? Number.NaN));
  const spread = [0.25, 0.75].map((part) => quantile(ofRounds, part).toFixed(2)).join(' and ');
  return {
    value: median(times) / median(empty),
    details:
      `medians ${median(times).toFixed(1)} : ${median(empty).toFixed(1)} ms of ${times.length} rounds each, ` +
      `lower quartiles ${quantile(times, 0.25).toFixed(1)} : ${quantile(empty, 0.25).toFixed(1)} ms; quartiles of the rounds' ratios ${spread}`,
  };
}

/** Two popups of different sizes, or one that shows no findings, would prove nothing. */
function expectAFairRace(openings: Openings): void {
  const sizes = new Set(
    Object.values(openings).flatMap((all) => all.map(({ width, height }) => `${width} × ${height}`)),
  );
  if (sizes.size !== 1) throw new Error(`The popups are not of the same size: ${[...sizes].join(', ')}`);
  if (openings.stethoscope.some(({ findings }) => findings < 2)) throw new Error('Our popup did not show its findings');
}
