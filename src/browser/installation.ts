import { api } from './api.ts';

/**
 * Who has installed this extension, as the browser calls it: `admin` for a policy; undefined where it does not tell. Never rejects. It
 * is the only part of `management` that needs no permission.
 */
export async function installType(): Promise<string | undefined> {
  // A browser that lacks it simply cannot tell, but the type says that it is always there.
  const { management }: Partial<Pick<typeof api, 'management'>> = api;
  return (await management?.getSelf().catch(() => undefined))?.installType;
}

/** Whether an organisation's policy has installed this extension. */
export const isInstalledByPolicy = async (): Promise<boolean> => (await installType()) === 'admin';
