import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endpointUrl } from '../../src/sources/endpoint-url.ts';

test.each([
  ['https://acme.example', 'https://acme.example'],
  ['  https://acme.example/  ', 'https://acme.example'],
  ['HTTPS://ACME.example/Checks//', 'https://acme.example/Checks'],
  ['https://acme.example:443/a/b', 'https://acme.example/a/b'],
  ['https://acme.example:8443', 'https://acme.example:8443'],
  ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ['http://localhost:8787', 'http://localhost:8787'],
  ['http://127.0.0.1:8787/sample/mixed', 'http://127.0.0.1:8787/sample/mixed'],
])('%j is %s', (text, url) => {
  expect(endpointUrl(text)).toEqual({ url });
});

test.each([
  [''],
  ['acme.example'],
  ['acme'],
  ['https:acme.example'],
  ['https://'],
  ['https://acme .example'],
  ['https://user@acme.example'],
  ['https://user:secret@acme.example'],
  ['https://acme.example?a=1'],
  ['https://acme.example/?'],
  ['https://acme.example/#'],
  ['ftp://acme.example'],
  ['javascript:alert(1)'],
  ['javascript://acme.example/%0aalert(1)'],
  ['file:///etc/passwd'],
  ['chrome-extension://abc/'],
])('%j is not an address', (text) => {
  expect(endpointUrl(text)).toEqual({ problem: 'not-a-url' });
});

test.each([
  ['http://acme.example'],
  ['http://localhost.acme.example'],
  ['http://127.0.0.1.acme.example'],
  ['http://10.0.0.1'],
  ['http://127.8.9.10'],
  ['http://[::1]:8787'],
])('%s is not https, and not this computer', (text) => {
  expect(endpointUrl(text)).toEqual({ problem: 'not-https' });
});

test('whatever is accepted is accepted again as it is', () => {
  fc.assert(
    fc.property(fc.webUrl(), (text) => {
      const read = endpointUrl(text);
      if ('url' in read) expect(endpointUrl(read.url)).toEqual(read);
    }),
  );
});
