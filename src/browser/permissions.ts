import { type CompanyPermission, companyPermissions, type SwitchedPermission } from '../posture/permission.ts';
import { api } from './api.ts';

export {
  type CompanyPermission,
  type OptionalPermission,
  optionalPermissions,
  type SwitchedPermission,
} from '../posture/permission.ts';

/** What came of asking for a permission. */
export type PermissionReply = 'granted' | 'refused' | 'blocked-by-policy';

export const has = (permission: SwitchedPermission): Promise<boolean> =>
  api.permissions.contains({ permissions: [permission] });

/** Whether the installation itself has granted it, as in a company's own build: nobody can switch it off. */
export const isFixed = (permission: SwitchedPermission | CompanyPermission): boolean =>
  api.runtime.getManifest().permissions?.includes(permission) ?? false;

/** What only a company's own build has. */
export const fixedForCompany = (): readonly CompanyPermission[] => companyPermissions.filter(isFixed);

/**
 * Has the browser ask the person for a permission. Browsers allow that only in the handler of a click on one of our pages, before
 * anything is awaited. Rejects when the browser did not ask for another reason than a policy.
 */
export const request = (permission: SwitchedPermission): Promise<PermissionReply> =>
  api.permissions.request({ permissions: [permission] }).then(
    (isGranted) => (isGranted ? 'granted' : 'refused'),
    (error: unknown) => {
      if (isBlockedByPolicy(error)) return 'blocked-by-policy';
      throw error;
    },
  );

export async function drop(permission: SwitchedPermission): Promise<void> {
  await api.permissions.remove({ permissions: [permission] });
}

/** Calls the listener after every grant and withdrawal, wherever it was made. Returns how to stop. */
export function onChange(listener: () => void): () => void {
  const { onAdded, onRemoved } = api.permissions;
  const onEither = (): void => listener();
  onAdded.addListener(onEither);
  onRemoved.addListener(onEither);
  return () => {
    onAdded.removeListener(onEither);
    onRemoved.removeListener(onEither);
  };
}

/** Chromium and Firefox say "Permissions are blocked by enterprise policy.", and have no code for it. */
export const isBlockedByPolicy = (error: unknown): boolean =>
  error instanceof Error && /\bblocked by\b.*\bpolicy\b/i.test(error.message);
