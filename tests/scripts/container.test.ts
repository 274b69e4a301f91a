import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const dockerfile = readFileSync('Dockerfile', 'utf8');
const compose = parse(readFileSync('compose.yaml', 'utf8'), { merge: true });
const services = Object.entries<Record<string, unknown>>(compose.services);

/** Instructions of the last stage, each with what stands behind it. */
const last = dockerfile
  .split(/^FROM /m)
  .at(-1)!
  .replaceAll('\\\n', ' ')
  .split('\n')
  .map((line) => line.split(/ (.*)/s) as [string, string]);
const instruction = (name: string) => last.filter(([word]) => word === name).map(([, rest]) => rest.trim());

describe('the image', () => {
  test('stands on an exact release of a Node that gets fixes, in both stages', () => {
    expect(dockerfile).toMatch(/^ARG BASE=docker\.io\/library\/node:24\.\d+\.\d+-bookworm-slim$/m);
    expect(dockerfile.match(/^FROM .*/gm)).toEqual([`FROM \${BASE} AS build`, `FROM \${BASE}`]);
  });

  test('runs as nobody in particular, by number, so that a cluster can tell', () => {
    expect(instruction('USER')).toEqual(['65532:65532']);
    expect(last.findIndex(([word]) => word === 'USER')).toBeLessThan(last.findIndex(([word]) => word === 'ENTRYPOINT'));
  });

  test('holds the one file and the licence, and runs nothing while it is made', () => {
    expect(instruction('COPY')).toEqual(['--from=build /build/dist/gateway/main.js main.mjs', 'LICENSE ./']);
    expect(instruction('RUN')).toEqual([]);
    expect(instruction('ADD')).toEqual([]);
  });

  test('looks after its health with Node alone', () => {
    const [health = ''] = instruction('HEALTHCHECK');
    expect(JSON.parse(health.slice(health.indexOf('['))).slice(0, 2)).toEqual(['node', '-e']);
    expect(health).toContain('/healthz');
    expect(instruction('ENTRYPOINT')).toEqual(['["node", "main.mjs"]']);
  });

  test('gets nothing from the checkout but what is named', () => {
    const [first, ...others] = readFileSync('.dockerignore', 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(first).toBe('*');
    expect(others.every((line) => line.startsWith('!'))).toBe(true);
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, names = '']) =>
      names.split(' '),
    );
    expect(others.map((line) => line.slice(1)).toSorted()).toEqual([...new Set(copied)].toSorted());
  });
});

describe('compose.yaml', () => {
  test('serves the sample people, and a company with Valkey when it is asked to', () => {
    expect(services.map(([name, { profiles }]) => [name, profiles])).toEqual([
      ['sample', undefined],
      ['company', ['company']],
      ['valkey', ['company']],
    ]);
    expect(compose.services.company.environment.REDIS_URL).toBe('redis://valkey:6379');
  });

  test.each(services)('%s can write nothing, gain nothing and use up nothing', (_, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      mem_limit: expect.stringMatching(/^\d+[mg]$/),
    });
    expect(service).not.toHaveProperty('privileged');
  });

  test.each(services)('%s is reached from this machine at most', (_, { ports = [] }) => {
    for (const port of ports as string[]) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test('has no secret in it, and names exact releases', () => {
    expect(JSON.stringify(compose)).not.toMatch(/password|token|[A-Za-z0-9+/]{32}/i);
    for (const { file } of Object.values<{ file: string }>(compose.secrets)) expect(file).toMatch(/^\.\/secrets\//);
    for (const [, { image }] of services) expect(image).toMatch(/:\d+\.\d+\.\d+/);
    for (const folder of ['/company/', '/secrets/']) expect(readFileSync('.gitignore', 'utf8')).toContain(folder);
  });
});
