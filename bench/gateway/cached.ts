import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Measured } from '../limits.ts';
import { median } from '../statistics.ts';
import { ask, emailOf, type Program, startGateway, startHello, tokenOf } from './programs.ts';

const ROUNDS = 7;
const SECONDS = 4;
const PEOPLE = 100;

/** No less than 0.35 of what the bare server does. */
const AT_MOST_TIMES = 1 / 0.35;

interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

async function load(url: string, tokens: readonly string[]): Promise<Load> {
  const args = ['bench/gateway/load.mjs', url, String(SECONDS), ...tokens];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const came = JSON.parse(stdout) as Load;
  if (came.failed > 0) throw new Error(`${came.failed} requests to ${url} failed`);
  return came;
}

/** Three inventories, each with one device of everybody. */
function inventories(folder: string, people: number): readonly string[] {
  return [0, 1, 2].map((one) => {
    const file = path.join(folder, `inventory-${one}.json`);
    const at = new Date(Date.now() - 3_600_000).toISOString();
    const devices = Array.from({ length: people }, (_, index) => ({
      owners: [emailOf(index)],
      name: `Computer ${one} of ${index}`,
      platform: one === 2 ? 'ios' : one === 1 ? 'windows' : 'macos',
      form: one === 2 ? 'phone' : 'computer',
      model: 'A model of some length',
      ownership: 'company',
      serial: `ZS${one}X${String(index).padStart(6, '0')}`,
      lastContactAt: at,
      observedAt: at,
      facts: { diskEncryption: 'on', screenLock: 'on', ...(one < 2 && facts), osVersion: '26.6.2' },
    }));
    writeFileSync(file, JSON.stringify(devices));
    return `{ kind: file, id: inventory-${one}, path: ${file} }`;
  });
}

const facts = {
  firewall: 'on',
  automaticUpdates: 'on',
  remoteLogin: 'off',
  osBuild: '25G80',
  systemProtection: { sip: 'on' },
};

/** What a gateway does that has everything at hand, against a server that does nothing. */
export async function cached(): Promise<readonly Measured[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'stethoscope-bench-'));
  const hello = await startHello('bench/gateway/hello.mjs');
  const gateway = await startGateway(PEOPLE, inventories(folder, PEOPLE), folder);
  try {
    const size = await warm(gateway);
    const tokens = Array.from({ length: PEOPLE }, (_, index) => tokenOf(index));
    const rounds: { readonly bare: Load; readonly ours: Load }[] = [];
    await load(`${gateway.origin}/v1/posture`, tokens);
    for (let round = 0; round < ROUNDS; round += 1) {
      const bare = await load(`${hello.origin}/`, []);
      rounds.push({ bare, ours: await load(`${gateway.origin}/v1/posture`, tokens) });
    }
    return measuredOf(rounds, size);
  } finally {
    await Promise.all([hello.end(), gateway.end()]);
    rmSync(folder, { recursive: true });
  }
}

async function warm(gateway: Program): Promise<number> {
  let size = 0;
  for (let person = 0; person < PEOPLE; person += 1) {
    const answer = await ask(gateway, person);
    const text = await answer.text();
    if (JSON.parse(text).devices?.length !== 3) throw new Error(`Not three devices: ${text}`);
    size = text.length;
  }
  return size;
}

function measuredOf(
  rounds: readonly { readonly bare: Load; readonly ours: Load }[],
  size: number,
): readonly Measured[] {
  const of = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.map(pick));
  const parts = `${of(({ bare }) => bare.perSecond).toFixed(0)} : ${of(({ ours }) => ours.perSecond).toFixed(0)} requests a second`;
  const share = of(({ bare, ours }) => ours.perSecond / bare.perSecond).toFixed(2);
  return [
    {
      what: 'a bare hono “hello”, against a cached posture of 3 devices',
      value: of(({ bare, ours }) => bare.perSecond / ours.perSecond),
      limit: AT_MOST_TIMES,
      unit: '',
      details: `${parts}, median of ${rounds.length} rounds in turn; ours is ${share} of it (promised: 0.35); ${size} bytes an answer`,
    },
    ...(['p50', 'p99'] as const).map((part) => ({
      what: `time to a cached answer under full load, ${part}`,
      value: of(({ ours }) => ours[part]),
      limit: Number.POSITIVE_INFINITY,
      unit: 'ms',
      details: `bare hello: ${of(({ bare }) => bare[part])} ms; 20 connections, which ask again at once`,
    })),
  ];
}
