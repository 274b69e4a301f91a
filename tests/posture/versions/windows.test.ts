import { expect, test } from 'vitest';
import { readWindows } from '../../../src/posture/versions/windows.ts';

test.each<[source: string, text: string, release: string, version?: string]>([
  ['Intune', '10.0.19045.3324', '19045', '19045.3324'],
  ['Intune', '10.0.26200.8457', '26200', '26200.8457'],
  ['Intune', '10.0.22631.4317', '22631', '22631.4317'],
  ['Intune', '10.0.28000.3231', '28000', '28000.3231'],
  ['Intune', '10.0.26300.9711', '26300', '26300.9711'],
  ['Entra ID', '10.0.19043.1237', '19043', '19043.1237'],
  ['Google', '10.0.19045', '19045'],
  ['Google', '10.0.22000.795', '22000', '22000.795'],
  ['osquery', '10.0.26200.9168', '26200', '26200.9168'],
  ['Azure', '10.0.22000.1817', '22000', '22000.1817'],
  ['Azure Virtual Desktop', '10.0.22631.4890', '22631', '22631.4890'],
  ['Workspace ONE', '10.0.18363', '18363'],
  ['Workspace ONE', '10.0.19045.4291', '19045', '19045.4291'],
  ['Defender', '10.0.20348', '20348'],
  ['Duo', '10.0.26100.2033', '26100', '26100.2033'],
  ['Duo, osBuild', '19045.3930', '19045', '19045.3930'],
  ['ver', 'Microsoft Windows [Version 10.0.26100.2033]', '26100', '26100.2033'],
  ['ver', 'Microsoft Windows [Version 10.0.20348.2227]', '20348', '20348.2227'],
  ['systeminfo', '10.0.19045 N/A Build 19045', '19045'],
  ['.NET', 'Microsoft Windows 10.0.26100.0', '26100'],
  ['Kolide', '22631', '22631'],
  ['Kolide', '10.0 (22631)', '22631'],
  ['an insider build', '10.0.26220', '26220'],
  ['an insider build', '10.0.29531.1000', '29531', '29531.1000'],
  ['Windows 7', '6.1.7601', '7601'],
  ['Windows 8.1', '6.3.9600.20000', '9600', '9600.20000'],
  ['Server 2025, with revisions of its own', '10.0.26100.33650', 'Server 2025', '26100.33650'],
  ['LTSC 2019 or Server 2019', '10.0.17763.9487', '17763', '17763.9487'],
  ['a name alone', 'Windows 11 24H2', 'Windows 11 24H2'],
  ['a name alone', '11 (25H2)', 'Windows 11 25H2'],
  ['a name alone', 'Windows 10, version 2004', 'Windows 10 2004'],
  ['a name alone', 'Windows 7', 'Windows 7'],
  ['a name alone', 'Windows 8.1', 'Windows 8.1'],
])('%s says "%s"', (_, text, release, version) => {
  expect(readWindows(text)).toEqual({ releases: [release], ...(version !== undefined && { version }) });
});

test.each<[source: string, text: string, release: string, support: string]>([
  ['Fleet', 'Windows 11 Pro 25H2 10.0.26200.9168', '26200', 'ordinary'],
  ['Fleet', 'Windows 11 Enterprise 24H2 10.0.26100.9711', '26100', 'extended'],
  ['Fleet', 'Windows 10 Pro Education 22H2 10.0.19045.6456', '19045', 'ordinary'],
  ['Fleet', 'Windows Server 2019 Datacenter 10.0.17763.9487', '17763', 'long-term'],
  ['Fleet', 'Windows Server 2025 Datacenter 24H2 10.0.26100.4946', 'Server 2025', 'long-term'],
  ['Fleet', 'Windows 10 Enterprise LTSC 10.0.19044.7663', '19044', 'long-term'],
  ['Kolide', 'Microsoft Windows 11 Home 10.0.22631', '22631', 'ordinary'],
  ['a management agent', 'Windows 10 Pro 19044', '19044', 'ordinary'],
  ['a management agent', 'Windows 11 Pro 23H2', 'Windows 11 23H2', 'ordinary'],
  ['a management agent', 'Windows 11 Education 22H2', 'Windows 11 22H2', 'extended'],
  ['a management agent', 'Windows Server 2022', 'Windows Server 2022', 'long-term'],
  ['the registry, which calls Windows 11 so', 'Windows 10 Pro 25H2', 'Windows 10 25H2', 'ordinary'],
])('%s says "%s", and with it the edition', (_, text, release, support) => {
  expect(readWindows(text)).toMatchObject({ releases: [release], support });
});

test.each([
  ['Duo', '10'],
  ['Duo', '11'],
  ['the user agent', '10.0'],
  ['the user agent', 'Windows NT 10.0'],
  ['Okta', 'Windows 10'],
  ['a management agent', 'Windows 11 Pro 64-bit'],
  ['a management agent', 'Microsoft Windows 10 Enterprise'],
])('%s says "%s": the family only', (_, text) => {
  expect(readWindows(text)?.releases).toEqual([]);
});

test.each<[contract: string, releases: string[]]>([
  ['0.1.0', ['7601']],
  ['0.3.0', ['9600']],
  ['1.0.0', ['10240']],
  ['3.0.0', ['14393']],
  ['7.0.0', ['17763']],
  ['8.0.0', ['18362', '18363']],
  ['10.0.0', ['19041', '19042', '19043', '19044', '19045']],
  ['12.0.0', ['20348']],
  ['14.0.0', ['22000']],
  ['15.0.0', ['22621', '22631']],
  ['19.0.0', ['26100', 'Server 2025', '26200', '26300', '28000']],
])('a browser says "UniversalApiContract %s"', (contract, releases) => {
  expect(readWindows(`UniversalApiContract ${contract}`)).toEqual({ releases, byBrowser: true });
});

test.each([
  ['BuildLabEx, whose second number is no revision', '26100.1.amd64fre.ge_release.240331-1435'],
  ['Workspace ONE, a revision without its build', '1379'],
  ['an agent that could not tell', 'Windows (Version Unavailable)'],
  ['an agent that could not tell', 'Windows'],
  ['a year', '2026'],
  ['another system', 'Windows Phone 8.1'],
  ['a contract that does not exist', 'UniversalApiContract 0.9.0'],
  ['other digits', '１０.０.２６２００.９７１１'],
  ['nonsense', '999999999999.9'],
  ['an empty field', ''],
])('%s says "%s", which is no version', (_, text) => {
  expect(readWindows(text)).toBeUndefined();
});
