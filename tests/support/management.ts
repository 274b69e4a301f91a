import type { Management } from '../../src/ui/view.ts';

/** Of a browser that no organisation manages. */
export const unmanaged: Management = { standing: 'here', offersCompany: true };
