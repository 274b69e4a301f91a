import { build } from '../../scripts/build.mjs';

/** The tests start the gateway as a company does: as the one file that was built of the code as it is now. */
export default async function builtGateway(): Promise<void> {
  await build(['dist/gateway']);
}
