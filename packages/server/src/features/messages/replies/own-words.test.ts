import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailPrograms } from '../../../../test/world/mail-programs.ts';
import { ownWords } from './own-words.ts';
import { textOfHtml } from './text-of-html.ts';
import { ANYTHING } from './words.ts';

const SENT = `Hello Maria,

does Thursday at nine suit you? We could meet in the studio, or by
telephone if the weather is as bad as they say.

Here is your way in:

https://login.test/login/link#AbCdEfGhIjKlMnOpQr-_1A

Until soon, Dana

-----

Dana Okafor sent you this through Northwind Coaching. To answer, reply to
this mail.`;

const answered = {
  texts: [SENT, SENT.replace('Maria', ANYTHING)],
  names: ['Dana Okafor', 'Dana', 'Northwind Coaching'],
  domains: ['reply.test', 'login.test'],
};
const quoted = SENT.split('\n');
const QUOTE = SENT.replace(/^/gm, '> ');
const own = (text: string) => ownWords(text, answered);

const readOf = ({ text, html }: { text?: string; html?: string }) => own(text ?? textOfHtml(html ?? ''));

describe('what a client wrote in a reply', () => {
  it.each([
    ['lines', 7_000, 'a line of mine'],
    ['words', 1_500, 'one two three four five six seven eight nine ten one two three four five six seven'],
    ['letters of a line', 1, 'so much in one line '.repeat(1_000).trim()],
  ])('C124 keeps all of it, also where it has more %s than are compared', (_, count, line) => {
    const text = Array.from({ length: count }, (__, at) => `${line} ${String(at)}`).join('\n');
    expect(own(`${text}\n\n${QUOTE}`).startsWith(text)).toBe(true);
    expect(own(`${QUOTE}\n\n${text}`)).toBe(text);
  });

  const line = fc.oneof(
    fc.lorem({ mode: 'sentences', maxCount: 2 }),
    fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N} .,;:!?'-]{0,40}$/u).map((text) => text.trim()),
    fc.constantFrom(
      ...[
        'My boss wrote to me at 10:30:',
        'Am 3.11.2026 schrieb ich:',
        'Regards,',
        'Thursday',
        'Yes, at nine.',
      ],
      ...[
        'My new address is maria.keller@new-studio.example',
        'From: my heart',
        '> and this is no quote of yours',
      ],
      ...['https://maria.example/a/Long_Path-With_Many-Words/2026?x=AbCdEf0123456789', 'Sent from my iPhone'],
      ...['On Monday I wrote to Dana:', 'in the studio', '- one', 'Dana wrote: nine or ten', 'PS: call me'],
    ),
  );
  const lines = fc.array(line, { maxLength: 4 });

  it.each(Object.entries(mailPrograms))(
    'C137 arrives, every word, above, between and below: %s',
    (_, write) => {
      fc.assert(
        fc.property(lines, lines, lines, (above, between, below) => {
          const kept = readOf(write(quoted, { above, between, below }));
          const wanted = [...above, ...between, ...below].join(' ').split(/\s+/).filter(Boolean);
          const found = kept.split(/\s+/).filter(Boolean);
          expect(found.filter((word) => wanted.includes(word))).toEqual(wanted);
        }),
        { numRuns: Number(process.env['FUZZ_RUNS'] ?? 100) },
      );
    },
  );

  it.each(Object.entries(mailPrograms))('C137 arrives without what it answers: %s', (_, write) => {
    const kept = readOf(write(quoted, { above: ['Yes.'], between: ['In the studio.'], below: ['Maria'] }));
    expect(kept.split('\n').filter(Boolean)).toEqual(['Yes.', 'In the studio.', 'Maria']);
    expect(readOf(write(quoted, { above: [], between: [], below: [] }))).toBe('');
  });

  it.each([
    'On Mon, Nov 23, 2026 at 9:00 AM Dana Okafor <reply-1@reply.test> wrote:',
    'On Mon, Nov 23, 2026 at 9:00 AM Dana Okafor (Northwind Coaching) <\nreply-1@reply.test> wrote:',
    'El lun, 23 nov 2026 a las 9:00, Dana Okafor (<reply-1@reply.test>) escribió:',
    'Le lun. 23 nov. 2026 à 09:00, Dana Okafor <reply-1@reply.test> a écrit :',
    'pon., 23 lis 2026 o 09:00 Dana Okafor <reply-1@reply.test> napisał(a):',
    'пн, 23 нояб. 2026 г. в 09:00, Dana Okafor <reply-1@reply.test> написал:',
    'Dana Okafor <reply-1@reply.test>, 23 Kas 2026 Pzt, 09:00 tarihinde şunu yazdı:',
    '在 2026年11月23日，Dana Okafor <reply-1@reply.test> 写道：',
    '2026年11月23日(月) 9:00 Dana Okafor <reply-1@reply.test>さんのメール:',
  ])('C137 ends above an introduction in whatever language: %s', (introduction) => {
    expect(own(`Thank you.\n${introduction}\n\n${QUOTE}\n`)).toBe('Thank you.');
    expect(own(`One\nTwo\n${introduction}\n${QUOTE}`)).toBe('One\nTwo');
    // Nothing of ours follows.
    expect(own(`One\n${introduction}\n> Not yours`)).toBe(`One\n${introduction}\n> Not yours`);
  });

  it.each([
    'My boss wrote to me at 10:30:\nCome at once\nand bring the papers\nor else',
    'Am 3.11.2026 schrieb ich:\n> dass ich komme',
    'I will come.\n\nRegards,\nMaria\nPS: at nine, not at ten',
    'My new address is maria.keller@new-studio.example',
    'On 3 Nov 2026 at 10:30 Dana Okafor <d@reply.test> wrote:\n> something that is not in your mail at all',
    'From: my heart\nTo: yours\nSubject: none',
    '-----Original Message-----\nis what it says',
    '----\nMaria',
    '> eggs\n> milk',
    'does Thursday at nine suit you',
  ])('C138 stays where nobody is quoted: %j', (text) => {
    expect(own(text)).toBe(text);
  });

  it('C138 stays between parts of a quote that are as we wrote them, and beside one that is not', () => {
    const text = `On Wed, 25 Nov 2026 at 10:00 Dana Okafor <d@reply.test> wrote:\n> does Thursday at nine suit you?\n\nYes.\n\n> Until soon, Dana\nTen.\n> Until never, Dana\n`;
    expect(own(text)).toBe('Yes.\n\nTen.\n> Until never, Dana');
  });

  it('C137 arrives also where the client has another name by now', () => {
    expect(own(`Yes.\n\n${QUOTE.replace('Maria', 'Mary')}`)).toBe('Yes.');
  });

  it('C140 a reaction by a button keeps its sign, a person’s words about Gmail stay', () => {
    const praise = `Maria Keller reacted via Gmail\n<https://www.google.com/gmail/about/?utm_source=gmail-in-product&utm_campaign=emojireactionemail#app>`;
    expect(own(`👍\n\n${praise}\n\nOn Wed, Nov 25, 2026 at 10:00 AM Dana Okafor wrote:\n\n${QUOTE}`)).toBe(
      '👍',
    );
    expect(own('👍\n\nI use Gmail now.')).toBe('👍\n\nI use Gmail now.');
  });
});

describe('the text of an HTML reply', () => {
  it('has a line for each line, and marks what is quoted', () => {
    const html =
      '<html><head><style>p{}</style></head><body><p>Thank&nbsp;you &amp; see<br>you</p><div>Maria</div><div>PS</div><ul><li>one</li></ul><blockquote>old<blockquote>older</blockquote></blockquote>end</body></html>';
    expect(textOfHtml(html)).toBe(
      'Thank you & see\nyou\n\nMaria\nPS\n\n- one\n\n> old\n>\n> > older\n> >\nend',
    );
  });
});
