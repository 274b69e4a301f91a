import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { textOfMarkdown, UnknownMarkdown } from '../../../server/config/markdown.ts';
import { companyWordsSchema } from '../../../src/posture/company-text.ts';

const text = (value: string) => ({ type: 'text', value });

test('Markdown becomes a tree of the few things that are shown', () => {
  const markdown =
    '## Before\n\nOpen **System _Settings_**, or run `fdesetup status`.  \nSee [the guide](https://acme.example/disk).\n\n1. One\n2. Two\n   - deeper\n';
  expect(textOfMarkdown(markdown)).toEqual([
    { type: 'paragraph', children: [{ type: 'strong', children: [text('Before')] }] },
    {
      type: 'paragraph',
      children: [
        text('Open '),
        { type: 'strong', children: [text('System '), { type: 'emphasis', children: [text('Settings')] }] },
        text(', or run '),
        { type: 'code', value: 'fdesetup status' },
        text('.'),
        { type: 'break' },
        text('See '),
        { type: 'link', url: 'https://acme.example/disk', children: [text('the guide')] },
        text('.'),
      ],
    },
    {
      type: 'list',
      ordered: true,
      items: [
        [{ type: 'paragraph', children: [text('One')] }],
        [
          { type: 'paragraph', children: [text('Two')] },
          { type: 'list', ordered: false, items: [[{ type: 'paragraph', children: [text('deeper')] }]] },
        ],
      ],
    },
  ]);
});

test.each([
  ['<script>alert(1)</script>', 'line 1: html'],
  ['Text\n\n<img src=x onerror=alert(1)>', 'line 3: html'],
  ['a <b>bold</b> word', 'line 1: html'],
  ['![a picture](https://acme.example/x.png)', 'line 1: image'],
  ['[here](javascript:alert(1))', 'a link goes to https: or mailto:'],
  ['[here](JaVaScRiPt:alert(1))', 'a link goes to https: or mailto:'],
  ['[here](data:text/html,x)', 'a link goes to https: or mailto:'],
  ['[here](/relative)', 'a link goes to https: or mailto:'],
  ['[here](http://acme.example)', 'a link goes to https: or mailto:'],
  ['<javascript:alert(1)>', 'a link goes to https: or mailto:'],
  ['```\ncode\n```', 'line 1: code'],
  ['> quoted', 'line 1: blockquote'],
  ['- a\n  - b\n    - c\n      - d\n', 'at most 3 of them'],
])('%j is refused, and it is said why', (markdown, why) => {
  expect(() => textOfMarkdown(markdown)).toThrow(UnknownMarkdown);
  expect(() => textOfMarkdown(markdown)).toThrow(why);
});

test('Text that looks like a command is text', () => {
  expect(textOfMarkdown('a < b && \\<script\\>')).toEqual([
    { type: 'paragraph', children: [text('a < b && <script>')] },
  ]);
});

test.each(['['.repeat(8000), '*a '.repeat(2600), '- '.repeat(4000), '![['.repeat(2600), '`'.repeat(8000)])(
  'what is meant to take long ends soon: %.10s…',
  (markdown) => {
    const startedAt = performance.now();
    try {
      textOfMarkdown(markdown);
    } catch (error) {
      expect(error).toBeInstanceOf(UnknownMarkdown);
    }
    expect(performance.now() - startedAt).toBeLessThan(3000);
  },
);

describe('the tree on arrival', () => {
  const arrives = (why: unknown) => v.parse(companyWordsSchema, { de: { firewall: { why } } })?.['de']?.['firewall'];
  const paragraph = (...children: unknown[]) => [{ type: 'paragraph', children }];

  test('is what the gateway made', () => {
    const made = textOfMarkdown('Open **[this](https://acme.example)**\n\n- a\n- b');
    expect(arrives(made)).toEqual({ why: made });
  });

  test.each<[string, unknown]>([
    ['HTML', '<b>x</b>'],
    ['an unknown thing', [{ type: 'html', value: '<img src=x onerror=alert(1)>' }]],
    ['an image', paragraph({ type: 'image', url: 'https://acme.example/x.png' })],
    ['a script as a link', paragraph({ type: 'link', url: 'javascript:alert(1)', children: [] })],
    ['a link in disguise', paragraph({ type: 'link', url: ' https://x\njavascript:alert(1)', children: [] })],
    ['a text that is none', paragraph({ type: 'text', value: { toString: 1 } })],
    ['too long a text', paragraph(text('x'.repeat(9000)))],
    ['too many things', paragraph(...Array.from({ length: 501 }, () => text('x')))],
    [
      'too deep a tree',
      paragraph(
        Array.from({ length: 5 }).reduce<unknown>((inside) => ({ type: 'strong', children: [inside] }), text('x')),
      ),
    ],
  ])('that is %s is left out, and costs nothing else', (_, why) => {
    const words = v.parse(companyWordsSchema, {
      de: { firewall: { why }, 'screen-lock': { why: paragraph(text('kept')) } },
    });
    expect(words?.['de']?.['firewall']).not.toHaveProperty('why.0');
    expect(words?.['de']?.['screen-lock']?.why).toEqual(paragraph(text('kept')));
  });

  test('is left out where there is too much of all', () => {
    const long = paragraph(...Array.from({ length: 10 }, () => text('x'.repeat(8000))));
    expect(
      v.parse(companyWordsSchema, { de: { a: { why: long }, b: { why: long }, c: { why: long } } }),
    ).toBeUndefined();
  });

  test.each([null, 'x', { de: 'x' }, 7])('that is no tree at all is no wording: %j', (words) => {
    expect(v.parse(companyWordsSchema, words)).toBeUndefined();
  });
});
