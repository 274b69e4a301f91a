/**
 * The language that comes closest to the one that is wanted: the same, or the one that it is a variety of. `undefined` where there is
 * none, or nobody wants one. Languages are BCP 47 tags.
 */
export function closest<Tag extends string>(available: readonly Tag[], wanted: string | undefined): Tag | undefined {
  const language = wanted?.split('-')[0];
  return available.find((tag) => tag === wanted) ?? available.find((tag) => tag === language);
}
