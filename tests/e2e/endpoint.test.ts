import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { type Installed, textOf, useEndpoint } from '../support/extension.ts';
import { launchFirefox } from '../support/firefox.ts';
import { type ServedGateway, serveGateway } from '../support/gateway.ts';
import { serveSamplePeople } from '../support/sample-gateway.ts';

describe.each<[string, () => Promise<Installed>]>([
  ['Chromium', launchChromium],
  ['Firefox', launchFirefox],
])('in %s', (_, launch) => {
  let installed: Installed;
  let people: ServedGateway;
  const gateways: ServedGateway[] = [];

  beforeAll(async () => {
    installed = await launch();
    people = await serveSamplePeople();
  });

  afterAll(async () => {
    await installed?.close();
    await people?.close();
  });

  afterEach(async () => {
    await Promise.all(gateways.splice(0).map((gateway) => gateway.close()));
  });

  const serve = async (answer: (request: Request) => Response | Promise<Response>): Promise<ServedGateway> => {
    const gateway = await serveGateway(answer);
    gateways.push(gateway);
    return gateway;
  };

  const cors = { 'access-control-allow-origin': '*' };
  const text = (body: string, status = 200, headers: Record<string, string> = cors) =>
    new Response(body, { status, headers });
  const elsewhere = () =>
    new Response(null, { status: 302, headers: { ...cors, location: 'https://elsewhere.example/' } });
  const never = () => new Promise<Response>(() => undefined);

  const testConnection = async (endpoint: string): Promise<{ state: string; sentence: string }> => {
    const page = await installed.page('src/options/index.html');
    await page.locator('input[name=endpoint]').fill(endpoint);
    await page.locator('[data-action=test-connection]').click();
    const result = await page.waitForSelector('[data-connection]', { timeout: 20_000 });
    const state = (await result?.evaluate((element) => element.getAttribute('data-connection'))) ?? '';
    const sentence = await textOf(page, '[data-connection]');
    await page.close();
    return { state, sentence };
  };

  describe('Test connection tells apart', () => {
    test('an endpoint that answers: it names the organisation', async () => {
      const result = await testConnection(`${people.origin}/sample/mixed`);
      expect(result.state).toBe('ok');
      expect(result.sentence).toContain('Acme');
    });

    test.each<[string, string, RegExp]>([
      ['what is not an address', 'acme', /not (?:a web|an) address|address/i],
      ['what is not https', 'http://acme.example', /https/],
    ])('%s', async (_, endpoint, sentence) => {
      const result = await testConnection(endpoint);
      expect(result.state).toBe('failed');
      expect(result.sentence).toMatch(sentence);
    });

    const sentences: string[] = [];
    test.each<[string, () => Response | Promise<Response>]>([
      ['a redirect', () => elsewhere()],
      ['401', () => text('{}', 401)],
      ['403', () => text('{}', 403)],
      ['404', () => text('{}', 404)],
      ['429', () => text('{}', 429)],
      ['500', () => text('{}', 500)],
      ['what is not JSON', () => text('<html>Welcome</html>')],
      ['another version', () => text('{"version":2}')],
      ['one that does not answer extensions', () => text('{}', 200, {})],
      ['silence for 8 seconds', never],
    ])('%s', async (_, answer) => {
      const gateway = await serve(answer);
      const { state, sentence } = await testConnection(gateway.origin);
      expect(state).toBe('failed');
      expect(sentence.length).toBeGreaterThan(10);
      expect(sentences, 'each problem has a sentence of its own').not.toContain(sentence);
      sentences.push(sentence);
    });

    test('nobody there', async () => {
      const gateway = await serve(() => text('{}'));
      await gateway.close();
      gateways.length = 0;
      const { state, sentence } = await testConnection(gateway.origin);
      expect(state).toBe('failed');
      expect(sentences).not.toContain(sentence);
    });
  });

  test('another endpoint leaves nothing of the first', async () => {
    await useEndpoint(installed, `${people.origin}/sample/mixed`);
    const gateway = await serve(() => text('{}', 404));
    const assessment = await useEndpoint(installed, gateway.origin);
    expect(assessment.devices.map(({ isThisComputer }) => isThisComputer)).toEqual([true]);
    expect(JSON.stringify(await installed.storage())).not.toContain('Jane');
  });
});
