import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeMessage } from './compose-message.ts';

const HOST = 'latch.test';
const SITE = `https://${HOST}`;
const ADDRESS = `${SITE}/login/link#AbCdEfGhIjKlMnOpQr-_12`;
const CHIP = '<span data-magic-tag="loginLink">[loginLink]</span>';

const html = (body: string) => composeMessage({ subject: 'Hi', body, bodyFormat: 'HTML' }, [HOST]);
const text = (body: string) => composeMessage({ subject: 'Hi', body, bodyFormat: 'TEXT' }, [HOST]);
const stored = (body: string) => html(body).stored.body;
const subject = (typed: string) => composeMessage({ subject: typed, body: 'x', bodyFormat: 'TEXT' }, [HOST]);

describe('the HTML of a message', () => {
  it('keeps what the composer makes', () => {
    const body = [
      '<h1>One</h1>',
      '<p>A <strong>b <em>c</em></strong> <u>d</u> <s>e</s><br>f</p>',
      '<ul><li><p>x</p></li><li><p>y</p>\n<ol><li><p>z</p></li></ol></li></ul>',
      '<blockquote><p>quote</p></blockquote>',
      '<p><a href="https://x.test/?a=1&amp;b=2">site</a> <a href="mailto:a@x.test">mail</a></p>',
      `<p>Go: ${CHIP}, <span data-magic-tag="firstName">[firstName|there]</span></p>`,
    ].join('\n');
    expect(stored(body)).toBe(body);
    expect(html(body).faults).toEqual([]);
  });

  it.each([
    ['<script>alert(1)</script><p onclick="x()" style="color:red">a</p>', '<p>a</p>'],
    ['<a href="javascript:alert(1)">a</a>', '<p>a</p>'],
    ['<a href="java&#x0A;script:alert(1)">a</a>', '<p>a</p>'],
    ['<a href=" data:text/html,x">a</a><a href="/relative">b</a>', '<p>ab</p>'],
    ['<svg><a xlink:href="javascript:x">t</a></svg><p>a', '<p>a</p>'],
    ['<p>a<img src=x onerror=alert(1)>b</p>', '<p>ab</p>'],
    ['<div>a</div><div>b</div>', '<p>a</p>\n<p>b</p>'],
    ['<b>a</b><i>b</i>', '<p><strong>a</strong><em>b</em></p>'],
    ['&lt;script&gt;', '<p>&lt;script&gt;</p>'],
    ['<ul>x<ul><li>y</ul></ul>', '<ul><li><p>x</p></li><li><ul><li><p>y</p></li></ul></li></ul>'],
    ['<p> a \n b<br> </p><p>&nbsp;</p><p></p>', '<p>a b</p>'],
    ['<span data-magic-tag="loginlink"></span>', `<p>${CHIP}</p>`],
    ['<!-- [loginLink] --><p>a</p>', '<p>a</p>'],
  ])('is cut down to what is allowed: %s', (body, expected) => {
    expect(stored(body)).toBe(expected);
    expect(html(body).faults).toEqual([]);
  });

  it.each([
    '[LOGINLINK]',
    '[ loginLink ]',
    '[loginLink&nbsp;]',
    '[login<b>Link</b>]',
    '[login&shy;Link]',
    '<i>[</i>loginLink]',
  ])('C056 %s is the tag', (tag) => {
    const message = html(`<p>a ${tag} b</p>`);
    expect(message.content.usesLoginLink).toBe(true);
    expect(message.stored.body.replace(/<\/?em>/g, '')).toBe(`<p>a ${CHIP} b</p>`);
  });

  it.each([
    '[loginLink]',
    'http://[loginLink]',
    'https://[LOGINLINK]/',
    '%5BloginLink%5D',
    ' http://%5BloginLink%5D',
  ])('C057 %s as the whole target is the login link', (href) => {
    const message = html(`<a href="${href}">Log in</a>`);
    expect(message).toMatchObject({ content: { usesLoginLink: true }, faults: [] });
    expect(message.stored.body).toBe('<p><a href="[loginLink]">Log in</a></p>');
  });

  it('C057 an editor’s https:// before the tag belongs to it', () => {
    expect(stored('Go to https://[loginLink].')).toBe(`<p>Go to ${CHIP}.</p>`);
  });

  it.each([
    ['https://evil.test/?u=[loginLink]', 'ADDRESS'],
    ['evil.test/?u=[loginLink]', 'ADDRESS'],
    ['https://evil.test/?u=https://[loginLink]', 'ADDRESS'],
    ['https://[firstName].test/[loginLink]', 'ADDRESS'],
    ['[loginLink]/more', 'ADDRESS'],
    ['<a href="https://evil.test/?u=[loginLink]">x</a>', 'ADDRESS'],
    ['<a href="https://evil.test/?u=%5BloginLink%5D">x</a>', 'ADDRESS'],
    ['<a href="mailto:x@evil.test?body=[loginLink]">x</a>', 'ADDRESS'],
    ['<a href="https://evil.test">[loginLink]</a>', 'LINK_TEXT'],
    ['<img src="[loginLink]">', 'ATTRIBUTE'],
    ['<a href="https://x.test" title="[loginLink]">x</a>', 'ATTRIBUTE'],
    ['<script src="[loginLink]"></script>', 'ATTRIBUTE'],
  ])('C058 refuses the tag in %s', (body, inside) => {
    const fault = { kind: 'TAG_NOT_ALLOWED_HERE', tag: 'loginLink', inside, place: 'BODY' };
    expect(html(body).faults).toContainEqual(fault);
  });

  it('brackets in other addresses are no tags', () => {
    const body = '<p>https://x.test/?a[b]=1 <a href="https://x.test/?filter[name]=1">x</a></p>';
    expect(html(body).faults).toEqual([]);
  });

  it.each([
    [`<p>${ADDRESS}</p>`, `<p>${CHIP}</p>`],
    [`<p>x ${ADDRESS.replace('#', '#<b>')}</b> y</p>`, `<p>x ${CHIP} y</p>`],
    [`<p><a href="${ADDRESS}">here</a></p>`, '<p><a href="[loginLink]">here</a></p>'],
    [`<p>[firstName|${ADDRESS}]</p>`, `<p>[firstName|${CHIP}]</p>`],
  ])('C071 a live login address is stored as the tag: %s', (body, expected) => {
    expect(stored(body)).toBe(expected);
  });

  it('C071 within a mail filter’s address it is refused, and gone', () => {
    const body = `<a href="https://safelinks.test/?url=${encodeURIComponent(ADDRESS)}">x</a>`;
    expect(html(body).faults).toMatchObject([{ kind: 'TAG_NOT_ALLOWED_HERE' }]);
    expect(stored(body)).toBe('<p>x</p>');
  });

  it('C123 a text of more lines than anybody writes is refused, and kept as a draft', () => {
    const body = 'a\n'.repeat(10_001);
    const composed = composeMessage({ subject: 'x', body, bodyFormat: 'TEXT' }, [HOST]);
    expect(composed.faults).toEqual([{ kind: 'TOO_LONG', what: 'LINES', place: 'BODY' }]);
    expect(composed.stored.body).toBe(body);
    const fewer = composeMessage({ subject: 'x', body: body.slice(4), bodyFormat: 'TEXT' }, [HOST]);
    expect(fewer.faults).toEqual([]);
  });

  it.each([
    ['too long', 'x'.repeat(100_001), 'BODY'],
    ['too deep', '<b>'.repeat(30_000), 'MARKUP'],
    ['nested quotes', '<blockquote>'.repeat(8_000), 'MARKUP'],
    ['too many elements', '<br>'.repeat(25_000), 'MARKUP'],
  ])('an HTML bomb is refused at once: %s', (_, body, what) => {
    const start = performance.now();
    expect(html(body).faults).toEqual([{ kind: 'TOO_LONG', what, place: 'BODY' }]);
    expect(performance.now() - start).toBeLessThan(1_500);
  });

  it.each([
    '<p>',
    '</p>',
    '<li>',
    '</b>',
    '<a href="[',
    '[',
    '&',
    '<',
    'a ',
    '<p>[a]',
    '<p>a#',
    '<br> ',
    '[date]',
    'www.[',
    '<!--',
    'https://a.b/',
  ])('reads 100,000 characters of %j quickly', (part) => {
    const start = performance.now();
    html(part.repeat(100_000 / part.length));
    text(part.repeat(100_000 / part.length));
    expect(performance.now() - start).toBeLessThan(9_000);
  });

  const pieces = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ...[
          '<p>',
          '</p>',
          '<ul>',
          '<ol>',
          '<li>',
          '</ul>',
          '<a href="https://x.test">',
          '<a href="[loginLink]">',
        ],
        ...[
          '</a>',
          '<b>',
          '</b>',
          '<i>',
          '</i>',
          '<u>',
          '<h2>',
          '</h2>',
          '<blockquote>',
          '</blockquote>',
          '<br>',
        ],
        ...[
          '<img src=x onerror=y>',
          '<script>',
          '</script>',
          '<svg>',
          '<style>',
          '&lt;',
          '&#0;',
          '&nbsp;',
          ' ',
          '\n',
        ],
        ...[
          '[loginLink]',
          '[firstName|x]',
          '[',
          ']',
          'http://',
          '[x]',
          CHIP,
          ADDRESS,
          '<span data-magic-tag="date">',
        ],
      ),
    ),
    { maxLength: 40 },
  );

  it('makes one space of two that a control character stood between', () => {
    expect(stored('!\t\u0000 [')).toBe('<p>! [</p>');
  });

  it('P005 holds allowed elements only, and reading it again changes nothing', () => {
    const allowed =
      /<(?:\/?(?:p|strong|em|u|s|ul|ol|li|blockquote|h[1-3])|br|\/a|a href="(?:https?:\/\/|mailto:|\[loginLink\]")[^"<>]*"?|span data-magic-tag="\w+"|\/span)>/g;
    fc.assert(
      fc.property(pieces, (parts) => {
        const once = stored(parts.join(''));
        expect(once.replace(allowed, '')).not.toMatch(/[<>]/);
        expect(once).not.toContain('#AbCdEf');
        expect(stored(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('plain text', () => {
  it('is read in paragraphs and lines, with links where addresses stand', () => {
    const { blocks } = text('Hi [firstName],\r\nsee (https://x.test/a).\n\n\n<b>[loginLink]</b>').content;
    expect(blocks).toHaveLength(2);
    expect(blocks[0]).toMatchObject({
      runs: [
        { text: 'Hi ' },
        { tag: 'firstName' },
        { text: ',' },
        { kind: 'break' },
        { text: 'see (' },
        { text: 'https://x.test/a', link: 'https://x.test/a' },
        { text: ').' },
      ],
    });
    expect(blocks[1]).toMatchObject({ runs: [{ text: '<b>' }, { tag: 'loginLink' }, { text: '</b>' }] });
  });

  it('C071 is stored without login addresses', () => {
    expect(text(`a ${ADDRESS} b`).stored.body).toBe('a [loginLink] b');
    expect(text(`a ${ADDRESS} b`).content.usesLoginLink).toBe(true);
  });
});

describe('the subject', () => {
  it('C058 holds no login link', () => {
    const refused = [{ kind: 'TAG_NOT_ALLOWED_HERE', tag: 'loginLink', inside: 'SUBJECT', place: 'SUBJECT' }];
    expect(subject('Your [loginLink]').faults).toEqual(refused);
    expect(subject(`Your ${ADDRESS}`).faults).toEqual(refused);
    expect(subject(`Your ${ADDRESS}`).stored.subject).toBe('Your [loginLink]');
  });

  it('C062 is one line', () => {
    expect(subject('A\r\nBcc: x@evil.test\0').stored.subject).toBe('A Bcc: x@evil.test');
  });

  it('is at most 200 characters long', () => {
    expect(subject('x'.repeat(200)).faults).toEqual([]);
    expect(subject('x'.repeat(201)).faults).toEqual([
      { kind: 'TOO_LONG', what: 'SUBJECT', place: 'SUBJECT' },
    ]);
  });
});
