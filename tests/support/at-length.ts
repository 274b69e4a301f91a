/** Whether there is time for everything: `npm run prove` takes it, every day some of it has to do. */
const isAtLength = process.env['AT_LENGTH'] === 'yes';

/** All of them when there is time, else those that are named. Refuses names that are none of them. */
export function someOf<Name extends string>(all: readonly Name[], few: readonly Name[]): readonly Name[] {
  const unknown = few.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')} among ${all.join(', ')}`);
  return isAtLength ? all : few;
}
