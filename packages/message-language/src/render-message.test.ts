import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeMessage } from './compose-message.ts';
import { hideFromMailgun } from './hide-from-mailgun.ts';
import { MAGIC_TAGS, tagValue, type TagValues } from './magic-tags.ts';
import { renderMessage, type MessageWords, type Reader } from './render-message.ts';
import { escapeHtml } from './escape-html.ts';

const HOST = 'latch.test';
const SITE = `https://${HOST}`;
const LINK = `${SITE}/login/link#AbCdEfGhIjKlMnOpQr-_12`;

/** Of each tag its example. */
const values = Object.fromEntries(MAGIC_TAGS.map(({ name, example }) => [name, example])) as TagValues;
const maria: Reader = {
  values,
  loginLink: LINK,
  forWhom: null,
  linkWorksUntil: 'Saturday, 28 November 2026 at 14:35 (Europe/Madrid time)',
  answerTo: null,
};
const english: MessageWords = {
  forReader: (reader) => `For ${reader}`,
  sender: ({ coach, practice, answerTo }) =>
    `${coach} sent you this through ${practice}. To answer, ${answerTo === null ? 'reply to this mail' : `write to ${answerTo}`}.`,
  aboutLink: ({ coach, until }) =>
    `The login link logs you in and is yours alone: do not pass this mail on, not even to ${coach}. It works once${until === null ? '' : `, until ${until}`}. Don't want it? Then nothing happens if you do nothing.`,
  frame: ({ subject, fromName, content }) =>
    `<title>${escapeHtml(subject)}</title>\n<p class="from">${escapeHtml(fromName)}</p>\n${content}\n`,
};
const nobody: Reader = { ...maria, loginLink: null, linkWorksUntil: null };
const called = (firstName: string, lastName = ''): Reader => ({
  ...maria,
  values: { ...values, firstName, lastName, clientName: `${firstName} ${lastName}` },
});

function render(body: string, reader = maria, bodyFormat: 'HTML' | 'TEXT' = 'HTML', subject = 'Hi') {
  return renderMessage(composeMessage({ subject, body, bodyFormat }, [HOST]).content, reader, english);
}

const LINES = {
  words: 'word '.repeat(15).trim(),
  wordsThenBold: `${'word '.repeat(10)}bold`,
  more: `   lines ${'more '.repeat(13).trim()}`,
};

/** What stands above the closing lines. */
const bodyText = (...args: Parameters<typeof render>) => render(...args).text.split('\n\n-----\n')[0];
const occurrences = (text: string, of: string) => text.split(of).length - 1;

describe('a message for one reader', () => {
  it('C059 has the same one link wherever the tag stood, in both parts', () => {
    const body = '<p>[loginLink] first</p><ul><li>in a [loginLink] list</li></ul><p>last [loginLink].</p>';
    const { text, html } = render(body);
    expect(text.split('\n').filter((line) => line === LINK)).toHaveLength(3);
    expect(occurrences(text, LINK)).toBe(3);
    expect(occurrences(html, `href="${LINK}"`)).toBe(3);
    expect(text + html).not.toContain('[loginLink]');
  });

  it('C057 a link whose target is the tag leads to the login address', () => {
    const { text, html } = render('<p>Please <a href="http://[loginLink]">log in here</a> today.</p>');
    expect(html).toMatch(new RegExp(`<a href="${LINK}"[^>]*>log in here</a> today\\.`));
    expect(text).toContain(`Please log in here:\n${LINK}\ntoday.`);
  });

  it('C081 C082 its text part has no markup, lines of at most 76, and each link alone on its line', () => {
    const body = `<h2>News</h2><p>${'word '.repeat(40)}<b>bold</b> <a href="https://x.test/">site</a>.</p>
      <ol><li>one [loginLink]</li><li>two<br>lines ${'more '.repeat(20)}</li></ol>
      <blockquote><p>quoted [loginLink], too</p></blockquote>`;
    const text = render(body).text;
    expect(text.split('\n\n-----')[0]).toBe(
      [
        ...['News', '', LINES.words, LINES.words, `${LINES.wordsThenBold} site:`, 'https://x.test/', ''],
        ...['1. one', LINK, '2. two', LINES.more, '   more more more more more more more', ''],
        ...['> quoted', LINK, '> too'],
      ].join('\n'),
    );
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(76);
    expect(text).not.toMatch(/[<*]/);
  });

  it('C082 plain text keeps its lines, and has an HTML part with links', () => {
    const { text, html } = render('Hi [firstName],\n\n  1 < 2\nsee https://x.test/a?b=1&c=2.', maria, 'TEXT');
    expect(text).toContain('Hi Maria,\n\n  1 < 2\nsee\nhttps://x.test/a?b=1&c=2\n\n-----');
    expect(html).toContain('1 &lt; 2<br>see <a href="https://x.test/a?b=1&amp;c=2"');
  });

  it('C060 values are never expanded again', () => {
    const reader = called('[loginLink]', '[firstName]');
    const { text, html, subject } = render('<p>Hi [clientName]</p>', reader, 'HTML', 'For [clientName]');
    expect(subject).toBe('For [loginLink] [firstName]');
    expect(text).toContain('Hi [loginLink] [firstName]\n');
    expect(html).toContain('<p style="margin:0 0 16px">Hi [loginLink] [firstName]</p>');
    expect(text + html).not.toContain(LINK);
  });

  it('C060 the patterns of replacing are ordinary letters', () => {
    expect(bodyText('Hi [firstName]!', called("$& $1 $` $' $$"))).toBe("Hi $& $1 $` $' $$!");
  });

  it('C061 an empty value is filled by its fallback', () => {
    expect(bodyText('Hi [firstName|there],', called(' '))).toBe('Hi there,');
    expect(bodyText('Hi [firstName|there],')).toBe('Hi Maria,');
  });

  it('C062 values are escaped in HTML, plain in text, and one line everywhere', () => {
    const reader = called('<a href="https://evil.test">x</a>', 'A\r\nBcc: x@evil.test\u2028\0');
    const { text, html, subject } = render(
      '<p>[firstName] [lastName]</p>',
      reader,
      'HTML',
      '[firstName] [lastName]',
    );
    expect(subject).toBe('<a href="https://evil.test">x</a> A Bcc: x@evil.test');
    expect(text).toContain('<a href="https://evil.test">x</a> A Bcc: x@evil.test\n');
    expect(html).toContain('&lt;a href=&quot;https://evil.test&quot;&gt;x&lt;/a&gt; A Bcc: x@evil.test');
    expect(html).not.toContain('href="https://evil.test"');
  });

  it('C063 other systems’ placeholders arrive letter for letter', () => {
    const words = '%recipient.email% %unsubscribe_url% {{7*7}} ${7*7} 100 % sure';
    const { text, html } = render(`<p>${words} [firstName]</p>`, called(words));
    expect(text.replace(/\n/g, ' ')).toContain(`${words} ${words}`);
    expect(html).not.toMatch(/%[\w.]+%/);
    expect(html.replaceAll('&#37;', '%')).toContain(`${words} ${words}`);
  });

  it('C021 names its reader at the top when asked to', () => {
    const { text, html } = render('<p>Hello</p>', { ...maria, forWhom: 'Heron P.' });
    expect(text.startsWith('For Heron P.\n\nHello\n')).toBe(true);
    expect(html.indexOf('For Heron P.')).toBeLessThan(html.indexOf('Hello'));
    expect(render('<p>Hello</p>').text).not.toContain('For ');
  });

  it('C087 ends with who sent it, and what the link is', () => {
    const text = render('<p>[loginLink]</p>').text.replaceAll('\n', ' ');
    expect(text).toContain('Dana Reyes sent you this through Northwind Coaching.');
    expect(text).toContain('It works once, until Saturday, 28 November 2026 at 14:35 (Europe/Madrid time).');
    expect(render('<p>Hi</p>').text).not.toContain('login link');
    const answerTo = 'dana@x.test';
    expect(render('<p>Hi</p>', { ...maria, answerTo }).text).toContain('To answer, write to\ndana@x.test.');
  });
});

describe('a message for nobody: copy, preview, test mail', () => {
  it('C066 C069 holds the literal tag and no address behind it', () => {
    const body =
      '<p>Use [loginLink] or <a href="[loginLink]">click</a> or <a href="[loginLink]">at [loginLink]</a>.</p>';
    const { text, html } = render(body, nobody);
    expect(text).toContain('Use [loginLink] or click [loginLink] or at [loginLink].');
    expect(html).toContain('Use [loginLink] or click [loginLink] or at [loginLink].');
    expect(html).not.toContain('href');
  });
});

describe('whatever is written', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      ...[
        '[loginLink]',
        '<a href="[loginLink]">',
        '</a>',
        '<p>',
        '<ul><li>',
        '</ul>',
        '<b>',
        '[firstName]',
        '<br>',
      ],
      ...[
        '[lastName|x]',
        'https://',
        LINK,
        encodeURIComponent(LINK),
        '<a href="https://x.test/?',
        '">',
        '%',
        '\n\n',
      ],
    ),
  );
  const written = fc.record({
    subject: fc.array(part, { maxLength: 5 }).map((parts) => parts.join('')),
    body: fc.array(part, { maxLength: 30 }).map((parts) => parts.join('')),
    bodyFormat: fc.constantFrom('HTML' as const, 'TEXT' as const),
  });
  const name = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('[loginLink]', '[lastName]', '</p>', '$&'),
  );

  it('renders without a fault, one line for the subject, markup balanced', () => {
    fc.assert(
      fc.property(written, name, name, (message, first, last) => {
        const rendered = renderMessage(composeMessage(message, [HOST]).content, called(first, last), english);
        expect(rendered.subject).not.toMatch(/[\r\n\0]/);
        expect(occurrences(rendered.html, '<a ')).toBe(occurrences(rendered.html, '</a>'));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is the same from a document that was kept as JSON', () => {
    fc.assert(
      fc.property(written, (message) => {
        const { content } = composeMessage(message, [HOST]);
        const kept = JSON.parse(JSON.stringify(content)) as typeof content;
        expect(renderMessage(kept, maria, english)).toEqual(renderMessage(content, maria, english));
      }),
    );
  });

  it('C066 for nobody holds no login address, in any encoding that was pasted', () => {
    fc.assert(
      fc.property(written, (message) => {
        const { subject, text, html } = renderMessage(
          composeMessage(message, [HOST]).content,
          nobody,
          english,
        );
        expect(decodeURIComponentLeniently(subject + text + html)).not.toContain('login/link#AbC');
      }),
      { numRuns: 1_000 },
    );
  });

  it('C060 C063 what stands between the tags stays as it is, and a value is put in once, whatever it says', () => {
    const words = fc.string({
      unit: fc.constantFrom(...'abc ÄßéЖ中,.;:!?()%$&{}|#*', '🐙', '$&', '{{x}}', '%recipient%'),
      maxLength: 40,
    });
    const value = fc
      .oneof(name, fc.constantFrom('[firstName]', '[clientName|x]', '%5BloginLink%5D', '$1', '[[lastName]'))
      .filter((text) => /\S/.test(text));
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), value, (between, first) => {
        const reader = called(first);
        const body = between.join('[firstName]');
        const { text } = renderMessage(
          composeMessage({ subject: 'Hi', body, bodyFormat: 'TEXT' }, [HOST]).content,
          reader,
          english,
        );
        const wanted = between.join(tagValue('firstName', reader.values));
        const flat = (given: string) => given.replaceAll(/\s+/g, ' ').trim();
        expect(flat(text.split('-----\n')[0] ?? '').startsWith(flat(wanted))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('C060 a name never becomes a link', () => {
    fc.assert(
      fc.property(name, name, (first, last) => {
        const { text, html } = render('<p>[firstName] [lastName] [clientName]</p>', called(first, last));
        expect(text + html).not.toContain(LINK);
        expect(html).not.toContain('<a ');
      }),
    );
  });

  it('C063 no variable of Mailgun’s is left in HTML', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('%', 'a', '.', '\n') }), (text) => {
        const hidden = hideFromMailgun(text);
        expect(hidden).not.toMatch(/%[^%\n]+%/);
        expect(hidden.replaceAll('&#37;', '%')).toBe(text);
      }),
    );
  });
});

const decodeURIComponentLeniently = (text: string) =>
  text.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
