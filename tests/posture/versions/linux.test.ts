import { expect, test } from 'vitest';
import { readLinux } from '../../../src/posture/versions/linux.ts';

test.each([
  ['Fleet', 'Ubuntu 24.04.3 LTS', 'Ubuntu 24.04'],
  ['Fleet', 'Ubuntu 22.04.5 LTS', 'Ubuntu 22.04'],
  ['Fleet', 'Ubuntu 26.10', 'Ubuntu 26.10'],
  ['Fleet', 'Fedora Linux 43 (Workstation Edition)', 'Fedora 43'],
  ['Fleet', 'Debian GNU/Linux 13', 'Debian 13'],
  ['os-release', 'Debian GNU/Linux 13 (trixie)', 'Debian 13'],
  ['os-release', 'Debian GNU/Linux 12 (bookworm)', 'Debian 12'],
  ['os-release', 'Red Hat Enterprise Linux 9.8 (Plow)', 'RHEL 9'],
  ['os-release', 'Linux Mint 22.3', 'Linux Mint 22'],
  ['os-release', 'openSUSE Leap 16.0', 'openSUSE Leap 16.0'],
  ['os-release of Silverblue', 'Fedora Linux 43.20251015.0 (Silverblue)', 'Fedora 43'],
  ['osquery, the version alone', '22.04.5 LTS (Jammy Jellyfish)', 'Ubuntu 22.04'],
  ['Kolide', 'Debian 13.8', 'Debian 13'],
  ['Kolide', 'Debian 12 (Bookworm)', 'Debian 12'],
  ['JumpCloud', 'Ubuntu 20.04', 'Ubuntu 20.04'],
  ['BOINC', 'Ubuntu 20.04.2 LTS [6.0.0-0.deb11.2-amd64|libc 2.31]', 'Ubuntu 20.04'],
  ['an image', 'ubuntu-22.04', 'Ubuntu 22.04'],
  ['an image', 'debian-12', 'Debian 12'],
  ['an older Fedora', 'Fedora release 42 (Adams)', 'Fedora 42'],
  ['Intune', 'Ubuntu 24.04', 'Ubuntu 24.04'],
])('%s says "%s"', (_, text, release) => {
  expect(readLinux(text)).toEqual({ releases: [release] });
});

test.each([
  ['osquery on Debian, a number without a name', '13.8'],
  ['Intune', '22.04'],
  ['uname', '6.8.0-45-generic'],
  ['half a version', 'Ubuntu 24'],
])('%s says "%s", which is too little', (_, text) => {
  expect(readLinux(text)).toEqual({ releases: [] });
});

test.each([
  ['osquery on Arch', 'rolling'],
  ['os-release', 'Arch Linux'],
  ['os-release', 'openSUSE Tumbleweed'],
  ['os-release', 'Debian GNU/Linux forky/sid'],
  ['os-release', 'Kali GNU/Linux Rolling'],
  ['os-release, no Ubuntu although built on it', 'Pop!_OS 22.04 LTS'],
  ['os-release, another product', 'Ubuntu Core 24'],
  ['Fleet', 'CentOS Linux 7'],
  ['other digits', 'Ubuntu ٢٤.٠٤'],
  ['nonsense', 'Fedora 999999999999.9'],
  ['userAgentData', ''],
])('%s says "%s", which is no version', (_, text) => {
  expect(readLinux(text)).toBeUndefined();
});
