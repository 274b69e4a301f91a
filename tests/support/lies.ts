import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { ConnectionProblem } from '../../src/posture/connection.ts';

/** Answers one request for a document, as badly as it likes. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export const body =
  (text: string | Buffer, status = 200, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(status, headers).end(text);

const nested = (levels: number) => `{"version":1,"devices":${'['.repeat(levels)}${']'.repeat(levels)}}`;

const markup =
  '<!doctype html><title>Sign in</title><script>document.title="broken"</script><img src=x onerror=alert(1)>';

const megabytes = (count: number) => JSON.stringify('x'.repeat(count * 1024 * 1024));

/** What no reader can take for an answer, with what the extension then says is wrong. */
export const refused = (elsewhere: string): readonly (readonly [string, readonly ConnectionProblem[], Answer])[] => [
  ['HTML', ['not-json'], body(markup)],
  ['HTML that calls itself JSON', ['not-json'], body(markup, 200, { 'content-type': 'application/json' })],
  ['nothing', ['not-json'], body('')],
  ['no content', ['not-json'], body('', 204)],
  ['JSON cut in the middle', ['not-json'], body('{"version":1,"devices":[{"id":"d_1","na')],
  ['bytes that are no text', ['not-json'], body(Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x22]))],
  ['3 MB', ['too-large'], body(megabytes(3))],
  ['50 MB in a small parcel', ['too-large'], body(gzipSync(megabytes(50)), 200, { 'content-encoding': 'gzip' })],
  [
    'a parcel that cannot be opened',
    ['unreachable', 'not-for-extensions'],
    body('x', 200, { 'content-encoding': 'gzip' }),
  ],
  // Firefox reads no JSON of this depth, Chromium does.
  ['200,000 levels of nesting', ['unreadable', 'not-json'], body(nested(200_000))],
  ['a list', ['unreadable'], body('[1,2,3]')],
  ['null', ['unreadable'], body('null')],
  ['an object that is empty', ['unreadable'], body('{}')],
  ['wrong types', ['unreadable'], body('{"version":1,"devices":{},"person":7,"organization":[],"policy":null}')],
  ['version 2', ['wrong-version'], body('{"version":2}')],
  ['a version that is a text', ['wrong-version'], body('{"version":"1"}')],
  ['401', ['unauthorised'], body('{}', 401)],
  ['403', ['forbidden'], body(markup, 403)],
  ['404', ['not-found'], body('{}', 404)],
  ['429', ['throttled'], body('{}', 429, { 'retry-after': '999999999' })],
  ['500', ['server-error'], body(markup, 500)],
  ['503', ['server-error'], body('{}', 503)],
  ['304, though nobody asked', ['unreadable'], body('', 304)],
  ['a redirect to another origin', ['redirect'], body('', 302, { location: `${elsewhere}/v1/posture` })],
  ['a permanent redirect to another origin', ['redirect'], body('', 308, { location: `${elsewhere}/v1/posture` })],
  ['a redirect to a script', ['redirect'], body('', 302, { location: 'javascript:alert(1)' })],
  ['a page that asks to be left for another', ['not-json'], body(markup, 200, { refresh: `0; url=${elsewhere}/` })],
  ['a connection that is reset', ['unreachable', 'not-for-extensions'], (request) => void request.socket.destroy()],
  [
    'a connection that is reset in the middle',
    ['unreachable'],
    (request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"version":1', () => request.socket.destroy());
    },
  ],
  [
    'a body that drips',
    ['timeout'],
    (_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 100);
      response.on('close', () => clearInterval(drip));
    },
  ],
];

/** Addresses of every scheme that a system or a browser does something with; none of them may be followed. */
export const forbiddenLinks = (origin: string): readonly string[] => [
  'ms-msdt:/id PCWDiagnostic /skip force',
  'ms-msdt:/id',
  'search-ms:query=x&crumb=location:\\\\evil.example',
  'ms-settings:windowsupdate',
  'x-apple.systempreferences:com.apple.preference.security',
  'file:///etc/passwd',
  'javascript:document.title=1',
  'JaVaScRiPt:document.title=1',
  ' javascript:document.title=1',
  'java\nscript:document.title=1',
  'javascript://https://acme.example/%0adocument.title=1',
  'data:text/html,<script>document.title=1</script>',
  'vbscript:x',
  'blob:https://acme.example/1',
  'view-source:https://acme.example',
  'chrome://settings',
  'about:config',
  'intent://x#Intent;scheme=https;end',
  'ftp://acme.example',
  'tel:+1',
  '//acme.example/x',
  '/x',
  `${origin}/plain`,
  'https:\\\\acme.example',
  'https://acme.example/a b',
];

const svg = (content: string): string =>
  `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${content}</svg>`).toString('base64')}`;

/** Logos that are pictures, but would like to be more. */
export const activeLogos = (origin: string): readonly string[] => [
  svg(`onload="parent.document.title='broken'"><script>parent.document.title='broken'</script>`),
  svg(`><image href="${origin}/pixel"/><style>@import url(${origin}/style);</style>`),
  svg(`><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="${origin}/frame"/></foreignObject>`),
];

/** Logos that are none. */
export const forbiddenLogos = (origin: string): readonly string[] => [
  `${origin}/pixel`,
  'https://acme.example/logo.png',
  'javascript:document.title=1',
  'data:text/html;base64,PHNjcmlwdD4=',
  'data:image/svg+xml,<svg onload=alert(1)>',
  'data:image/svg+xml;base64,PHN2Zz4=" onerror="alert(1)',
  'data:image/gif;base64,AAAA',
  `data:image/png;base64,${'A'.repeat(33 * 1024)}`,
];
