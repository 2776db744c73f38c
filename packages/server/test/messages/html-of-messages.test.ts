import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { composeMessage, MAGIC_TAGS, renderMessage, type TagValues } from '@latchstring/message-language';
import { MESSAGE_WORDS } from '../../src/features/messages/writing/message-words.ts';

/** Whatever a coach pastes and a client is called, read as a browser reads it. FUZZ_RUNS says how often. */
const options = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 500) };
const browser = new new JSDOM('').window.DOMParser();
const HOST = 'latch.test';
const SITE = `https://${HOST}`;

const pieces = fc.constantFrom(
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)>',
    '<svg><script>',
    '</svg>',
  ],
  ...[
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '</math>',
  ],
  ...[
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  ],
  ...[
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
    '<textarea></p><script>',
    '</textarea>',
  ],
  ...[
    '<a href="javascript:alert(1)">',
    '<a href="java&#x0A;script:alert(1)">',
    '<a href=" &#1; javascript:alert(1)">',
    '<a href="data:text/html,x">',
  ],
  ...[
    '<a href="vbscript:x">',
    '<a href="//evil.test">',
    '<a href="https://x.test/" onclick="x">',
    '<a href="[loginLink]">',
    '</a>',
    '<a href=\'x" y=">',
  ],
  ...[
    '<iframe srcdoc="<script>alert(1)</script>">',
    '<object data=x>',
    '<embed src=x>',
    '<base href=//evil.test>',
    '<meta http-equiv=refresh content=0>',
  ],
  ...[
    '<style>@import url(//evil.test)</style>',
    '<p style="background:url(//evil.test)">',
    '<link rel=stylesheet href=x>',
    '<input autofocus onfocus=x>',
  ],
  ...[
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?xml',
    '<!doctype html>',
    '<template>',
    '</template>',
    '<plaintext>',
    '<xmp>',
    '<select><option>',
  ],
  ...[
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<ul><li>',
    '</ul>',
    '<br',
    '/>',
    '<',
    '>',
    '"',
    "'",
    '&lt;script&gt;',
    '&#60;img src=x onerror=x&#62;',
    '&',
  ],
  ...[
    '[firstName]',
    '[loginLink]',
    '[firstName|<img src=x onerror=x>]',
    '<span data-magic-tag="firstName" onclick=x>',
    '</span>',
    '\u0000',
    '\ud800',
  ],
);
const hostile = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: pieces }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''));

const ALLOWED = new Set([
  ...[
    'p',
    'strong',
    'em',
    'u',
    's',
    'ul',
    'ol',
    'li',
    'blockquote',
    'h1',
    'h2',
    'h3',
    'br',
    'a',
    'span',
    'hr',
  ],
  // The frame of a mail.
  ...['html', 'head', 'body', 'meta', 'title', 'div', 'table', 'tbody', 'tr', 'td'],
]);
const ADDRESS = /^(https?:\/\/|mailto:|\[loginLink\]$)/;

/** What in this page could run, load or lead somewhere it should not. */
function dangers(html: string, { mail }: { mail: boolean }): string[] {
  const elements = [...browser.parseFromString(html, 'text/html').querySelectorAll('*')];
  return elements.flatMap(({ localName, attributes }) => {
    const found = ALLOWED.has(localName) ? [] : [`<${localName}>`];
    for (const { name, value } of attributes) {
      if (
        name.startsWith('on') ||
        ['src', 'srcset', 'srcdoc', 'action', 'formaction', 'background', 'http-equiv'].includes(name)
      )
        found.push(`${name}="${value}"`);
      if (name === 'href' && !ADDRESS.test(value)) found.push(`href="${value}"`);
      if (name === 'style' && (!mail || /url\(|expression|@import/i.test(value)))
        found.push(`style="${value}"`);
    }
    return found;
  });
}

const reader = (firstName: string, practiceName: string) => ({
  // Every tag has the hostile name, whatever tags there are.
  values: {
    ...(Object.fromEntries(MAGIC_TAGS.map(({ name }) => [name, firstName])) as TagValues),
    practiceName,
  },
  loginLink: `${SITE}/login/link#AbCdEfGhIjKlMnOpQr-_12`,
  forWhom: firstName,
  linkWorksUntil: null,
  answerTo: null,
});

/** The frame's own style sheet, which no message has a part in. */
const blank = composeMessage({ subject: '', body: '', bodyFormat: 'TEXT' }, [HOST]).content;
const OWN_STYLE =
  /<style>[^<]*<\/style>/.exec(renderMessage(blank, reader('', ''), MESSAGE_WORDS).html)?.[0] ?? '';

describe('the HTML of a message, as a browser reads it', () => {
  it('the looking finds what is dangerous', () => {
    expect(dangers('<p onclick=x><a href="javascript:x">', { mail: false })).toHaveLength(2);
    expect(dangers('<svg><script>x</script></svg>', { mail: true })).toEqual(['<svg>', '<script>']);
  });

  it('as it is kept: nothing runs, loads or leads anywhere but to a page or a mailbox', () => {
    fc.assert(
      fc.property(hostile, (body) => {
        const { stored } = composeMessage({ subject: 'Hi', body, bodyFormat: 'HTML' }, [HOST]);
        expect(dangers(stored.body, { mail: false })).toEqual([]);
      }),
      options,
    );
  }, 3_600_000);

  it('as it is mailed, from HTML and from plain text, to whoever is called whatever', () => {
    fc.assert(
      fc.property(
        hostile,
        hostile,
        hostile,
        fc.constantFrom('HTML', 'TEXT'),
        (body, subject, name, bodyFormat) => {
          const { content } = composeMessage({ subject, body, bodyFormat }, [HOST]);
          const rendered = renderMessage(
            content,
            reader(name.slice(0, 100), name.slice(-100)),
            MESSAGE_WORDS,
          );
          const html = rendered.html.replace(OWN_STYLE, '');
          expect(dangers(html, { mail: true })).toEqual([]);
          expect(rendered.subject).not.toMatch(/[\r\n\0]/);
        },
      ),
      options,
    );
  }, 3_600_000);
});
