import type { OsTrain } from '../baseline.ts';

/** Distributions update packages one by one: a release has an end, but no fixes that its version would tell. */
export const linux: readonly OsTrain[] = [
  { release: 'Ubuntu 20.04', supportedUntil: '2025-05-31', extendedUntil: '2030-04-30' },
  { release: 'Ubuntu 22.04', latest: '22.04.5', releasedAt: '2024-09-12', supportedUntil: '2027-04-01' },
  { release: 'Ubuntu 24.04', latest: '24.04.4', releasedAt: '2026-02-12', supportedUntil: '2029-05-31' },
  { release: 'Ubuntu 25.04', supportedUntil: '2026-01-17' },
  { release: 'Ubuntu 25.10', supportedUntil: '2026-07-09' },
  { release: 'Ubuntu 26.04', releasedAt: '2026-04-23', supportedUntil: '2031-04-30' },
  { release: 'Ubuntu 26.10', releasedAt: '2026-10-15', supportedUntil: '2027-07-15' },
  { release: 'Debian 11', latest: '11.11', supportedUntil: '2026-08-31' },
  { release: 'Debian 12', latest: '12.15', releasedAt: '2026-07-11', supportedUntil: '2028-06-30' },
  { release: 'Debian 13', latest: '13.8', releasedAt: '2026-11-21', supportedUntil: '2030-06-30' },
  { release: 'Fedora 42', supportedUntil: '2026-05-27' },
  { release: 'Fedora 43', supportedUntil: '2026-12-09' },
  { release: 'Fedora 44', supportedUntil: '2027-06-02' },
  { release: 'Fedora 45', supportedUntil: '2027-12-08' },
  { release: 'RHEL 8', latest: '8.10', supportedUntil: '2029-05-31' },
  { release: 'RHEL 9', latest: '9.8', releasedAt: '2026-05-20', supportedUntil: '2032-05-31' },
  { release: 'RHEL 10', latest: '10.2', releasedAt: '2026-05-20', supportedUntil: '2035-05-31' },
  { release: 'Linux Mint 21', latest: '21.3', supportedUntil: '2027-04-30' },
  { release: 'Linux Mint 22', latest: '22.3', releasedAt: '2026-01-11', supportedUntil: '2029-04-30' },
  { release: 'openSUSE Leap 15.6', supportedUntil: '2026-04-30' },
  { release: 'openSUSE Leap 16.0', supportedUntil: '2027-10-31' },
];
