import { describe, expect, it } from 'vitest';
import { newText } from './new-text.ts';
import { textOfHtml } from './text-of-html.ts';

const NEW = 'Thank you, Thursday suits me.\n\nMaria';
const QUOTED =
  '> Hello Maria,\n>\n> open this: https://login.test/login/link#AbCdEfGhIjKlMnOpQr-_12\n>> older';
const BARE = QUOTED.replace(/^>+ ?/gm, '');

describe('the new text of a reply', () => {
  it.each([
    ['English', 'On Mon, Nov 23, 2026 at 9:00 AM Dana Okafor <reply-1@in.test> wrote:'],
    [
      'English, broken',
      'On Mon, Nov 23, 2026 at 9:00 AM Dana Okafor (Northwind Coaching) <\nreply-1@in.test> wrote:',
    ],
    ['English, iPhone', 'On 23 Nov 2026, at 09:00, Dana Okafor <reply-1@in.test> wrote:'],
    ['Spanish', 'El lun, 23 nov 2026 a las 9:00, Dana Okafor (<reply-1@in.test>) escribió:'],
    ['French', 'Le lun. 23 nov. 2026 à 09:00, Dana Okafor <reply-1@in.test> a écrit :'],
    ['German', 'Am Mo., 23. Nov. 2026 um 09:00 Uhr schrieb Dana Okafor <reply-1@in.test>:'],
    ['Italian', 'Il giorno lun 23 nov 2026 alle ore 09:00 Dana Okafor <reply-1@in.test> ha scritto:'],
    ['Portuguese', 'Em seg., 23 de nov. de 2026 às 09:00, Dana Okafor <reply-1@in.test> escreveu:'],
    ['Dutch', 'Op ma 23 nov 2026 om 09:00 schreef Dana Okafor <reply-1@in.test>:'],
    ['Swedish', 'Den mån 23 nov. 2026 kl 09:00 skrev Dana Okafor <reply-1@in.test>:'],
    ['Polish', 'pon., 23 lis 2026 o 09:00 Dana Okafor <reply-1@in.test> napisał(a):'],
    ['Czech', 'po 23. 11. 2026 v 9:00 odesílatel Dana Okafor <reply-1@in.test> napsal:'],
    ['Russian', 'пн, 23 нояб. 2026 г. в 09:00, Dana Okafor <reply-1@in.test> написал:'],
    ['Turkish', 'Dana Okafor <reply-1@in.test>, 23 Kas 2026 Pzt, 09:00 tarihinde şunu yazdı:'],
    ['Finnish', 'ma 23. marrask. 2026 klo 9.00 Dana Okafor (reply-1@in.test) kirjoitti:'],
    ['Chinese', '在 2026年11月23日，Dana Okafor <reply-1@in.test> 写道：'],
    ['Japanese', '2026年11月23日(月) 9:00 Dana Okafor <reply-1@in.test>さんのメール:'],
  ])('ends where the quote begins: %s', (_, introduction) => {
    expect(newText(`${NEW}\n\n${introduction}\n\n${QUOTED}\n`)).toBe(NEW);
    expect(newText(`${NEW}\r\n\r\n${introduction}\r\n${BARE}`)).toBe(NEW);
  });

  it.each([
    [
      'English',
      'From: Dana Okafor <reply-1@in.test>\nSent: Monday, November 23, 2026 9:00 AM\nTo: Maria\nSubject: Hi',
    ],
    [
      'German',
      'Von: Dana Okafor <reply-1@in.test>\nGesendet: Montag, 23. November 2026 09:00\nAn: Maria\nBetreff: Hi',
    ],
    ['Spanish', 'De: Dana Okafor\nEnviado: lunes, 23 de noviembre de 2026 9:00\nPara: Maria\nAsunto: Hi'],
    ['French', '*De :* Dana Okafor\n*Envoyé :* lundi 23 novembre 2026 09:00\n*À :* Maria\n*Objet :* Hi'],
    ['under a line', '________________________________\nFrom: Dana\nSent: Monday\nTo: Maria\nSubject: Hi'],
    ['older Outlook', '-----Original Message-----\nFrom: Dana'],
    ['Ursprüngliche Nachricht', '-----Ursprüngliche Nachricht-----\nVon: Dana'],
    ['forwarded', '---------- Forwarded message ---------\nFrom: Dana'],
  ])('ends at the headings that Outlook puts: %s', (_, headings) => {
    expect(newText(`${NEW}\n\n${headings}\n\n${BARE}`)).toBe(NEW);
  });

  it('is found between and below what is quoted', () => {
    const text = `On Mon, 23 Nov 2026 at 09:00 Dana <d@in.test> wrote:\n> Thursday?\n\nYes.\n\n> At nine?\nTen.\n`;
    expect(newText(text)).toBe('Yes.\n\nTen.');
  });

  it.each([
    'He wrote: I will come.',
    'From: my heart\nI thank you.',
    'To: do list\nSubject: none',
    '----\nMaria',
    'a > b',
    'What I wrote yesterday:\n- one\n- two',
  ])('keeps what only looks like a quote: %j', (text) => {
    expect(newText(text)).toBe(text);
  });

  it.each([
    'On ',
    'On a\n',
    '> a\n',
    'From: a\n',
    ' ',
    '-',
    '_',
    '\n',
    'Le a ',
    'a écrit ',
    ':',
    'wrote:\n',
    '@ 12:00 ',
  ])('is found quickly among many of %j', (part) => {
    const start = performance.now();
    newText(part.repeat(256_000 / part.length));
    expect(performance.now() - start).toBeLessThan(12_000);
  });
});

describe('the text of an HTML reply', () => {
  it.each([
    [
      'Gmail',
      '<div class="gmail_quote gmail_quote_container"><div class="gmail_attr">On … wrote:</div>old</div>',
    ],
    ['Apple Mail', '<blockquote type="cite"><div>old</div></blockquote>'],
    [
      'Outlook',
      '<div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> x</div><div>old</div>',
    ],
    ['Thunderbird', '<div class="moz-cite-prefix">On … wrote:</div><blockquote>old</blockquote>'],
    ['Yahoo', '<div id="yahoo_quoted_1" class="yahoo_quoted"><div>old</div></div>'],
    ['Proton', '<div class="protonmail_quote">old</div>'],
  ])('leaves out what %s quotes', (_, quote) => {
    const html = `<html><head><style>p{}</style></head><body><p>Thank&nbsp;you &amp; see<br>you</p><div>Maria</div>${quote}</body></html>`;
    expect(textOfHtml(html)).toBe('Thank you & see\nyou\n\nMaria');
  });

  it.each(['<div>', '<', '<blockquote>', '</div>', '<a href="', '&', '<!--'])(
    'is made quickly of many %j',
    (part) => {
      const start = performance.now();
      textOfHtml(part.repeat(1_000_000 / part.length));
      expect(performance.now() - start).toBeLessThan(24_000);
    },
  );
});
