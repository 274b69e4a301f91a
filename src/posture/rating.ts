/** How a practice stands, from the best to the worst. `unknown` lies between `ok` and `nudge`: alone it never reads as done. */
export const ratings = ['not-applicable', 'ok', 'unknown', 'nudge', 'warn'] as const;

export type Rating = (typeof ratings)[number];

/** The ratings that a practice itself may give. `unknown` and `not-applicable` are the engine's. */
export type Verdict = Extract<Rating, 'ok' | 'nudge' | 'warn'>;

/** How much a company wants a practice: the rating of a device that does not follow it. */
export type Importance = Extract<Rating, 'nudge' | 'warn'>;

/** The worst of the ratings; `not-applicable` of none. */
export const worst = (given: readonly Rating[]): Rating =>
  given.reduce<Rating>((a, b) => (ratings.indexOf(b) > ratings.indexOf(a) ? b : a), 'not-applicable');

/** The worst of several, and the first where they rate alike. Throws a TypeError for none. */
export const worstOf = <Rated extends { readonly rating: Rating }>(rated: readonly Rated[]): Rated =>
  rated.reduce((a, b) => (ratings.indexOf(b.rating) > ratings.indexOf(a.rating) ? b : a));
