import { configurationIn, Refusal } from './configured.ts';

/** Says whether a configuration file holds together, without asking anybody. */
export async function checkConfig([file]: readonly string[]): Promise<void> {
  if (file === undefined) throw new Refusal('Which file? check-config stethoscope.yaml');
  const { organization, sources } = await configurationIn(file);
  console.log(`${file} is right: ${organization.name}, ${sources.map(({ id }) => id).join(', ')}`);
}
