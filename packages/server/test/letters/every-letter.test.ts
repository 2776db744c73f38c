import { RecoverUsernameDocument } from '@latchstring/operations';
import { beforeAll, describe, expect, it } from 'vitest';
import { ownWords } from '../../src/features/messages/replies/own-words.ts';
import { textOfHtml } from '../../src/features/messages/replies/text-of-html.ts';
import {
  anAddress,
  messageMails,
  ownersLetters,
  people,
  play,
  type Language,
} from '../world/every-letter.ts';
import { INBOUND } from '../world/inbound.ts';
import type { ReadLetter } from '../world/letters.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld({ env: { inbound: INBOUND } });
const scenes = { ...ownersLetters, ...messageMails };

/** What is written for a reader: without addresses, names and what machines read. */
function proseOf(letter: ReadLetter): string {
  const html = letter.kept.html.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ');
  return [letter.subject, letter.kept.from, letter.text, html]
    .join('\n')
    .replace(/https?:\S+|\S+@\S+|\[\w+\]|Northwind Coaching|Europe\/Madrid|Lunes/g, '');
}

// Words that no Spanish sentence has.
const ENGLISH =
  /\b(?:an|and|at|by|can|did|do|for|from|get|have|hello|if|in|is|it|log|not|nothing|on|of|or|set|that|the|then|there|this|to|until|was|whoever|with|works?|you|your)\b/gi;

/** What is left of a reply that says this, with its links as they are and hidden. */
const leftOf = (reply: string): string[] =>
  [reply, reply.replace(/https?:\S+#\S+/g, '[loginLink]')].map((text) =>
    ownWords(text, { texts: [], names: ['Dana Okafor', 'Northwind Coaching'], domains: ['localhost'] }),
  );
const quoted = (text: string) => text.replace(/^/gm, '> ');

const LETTER = '[a letter about logging in]';
/** Usernames of these people, tokens and codes. */
const SECRET = /blue\.heron|lena-\d+(?!\d*@)|#[\w-]{22}|\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/;

describe('every letter', () => {
  const letters = new Map<string, Record<Language, ReadLetter[]>>();

  beforeAll(async () => {
    for (const [name, scene] of Object.entries(scenes))
      letters.set(name, { en: await play(world, scene, 'en'), es: await play(world, scene, 'es') });
  }, 300_000);

  it.each(Object.keys(scenes))('C084 is Spanish for a Spanish reader: %s', (name) => {
    const { en = [], es = [] } = letters.get(name) ?? {};
    expect(es.length).toBeGreaterThan(0);
    expect(es.length).toBe(en.length);
    for (const [at, letter] of es.entries()) {
      const english = en[at];
      expect(proseOf(letter).match(ENGLISH)).toBeNull();
      expect(letter.kept.html).toContain('<html lang="es">');
      expect(english?.kept.html).toContain('<html lang="en">');
      expect(english && proseOf(english)).toMatch(ENGLISH);
      // The same links, in number and kind.
      const linksOf = (one: ReadLetter | undefined) =>
        (one?.text.match(/^https?:\S+$/gm) ?? []).map((link) => link.replace(/#.*|messages\/.*/, ''));
      expect(linksOf(letter)).toEqual(linksOf(english));
      const lines = letter.text.split('\n').map((line) => line.length);
      expect(Math.max(...lines)).toBeLessThanOrEqual(
        Math.max(76, letter.text.match(/\S+/g)?.reduce((most, word) => Math.max(most, word.length), 0) ?? 0),
      );
      expect(letter.text + letter.kept.html).not.toMatch(/\{\d\}|undefined/);
    }
  });

  it.each(Object.keys(ownersLetters))('C132 is known again in a reply: %s', (name) => {
    const { en = [], es = [] } = letters.get(name) ?? {};
    expect(en.length).toBeGreaterThan(0);
    for (const { text, kept } of [...en, ...es]) {
      const all = text.trimEnd();
      const narrow = all.replace(/.{40,60}\s/g, (line) => `${line.trimEnd()}\n`);
      for (const pasted of [all, quoted(all), narrow, quoted(narrow)])
        expect(leftOf(`Help!\n\n${pasted}\n\nMaria`)).toEqual(Array(2).fill(`Help!\n\n${LETTER}\n\nMaria`));
      const html = textOfHtml(`<p>Help!</p><blockquote>${kept.html}</blockquote><p>Maria</p>`);
      expect(leftOf(html)).toEqual(Array(2).fill(`Help!\n\n${LETTER}\n\nMaria`));
      for (const left of leftOf(textOfHtml(`<p>Help!</p>${kept.html}`))) {
        expect(left).toContain(LETTER);
        expect(left).not.toMatch(SECRET);
      }
    }
  });

  it.each(Object.keys(ownersLetters))('C137 loses no word that stands between its paragraphs: %s', (name) => {
    const { en = [], es = [] } = letters.get(name) ?? {};
    for (const { text } of [...en, ...es]) {
      const paragraphs = text.trimEnd().split('\n\n');
      for (let at = 1; at < paragraphs.length; at += 1)
        for (const mark of ['', '> ']) {
          const part = (from: number, to: number) =>
            paragraphs.slice(from, to).join('\n\n').replace(/^/gm, mark);
          const own = 'Here is what I wrote, in two lines:\nno, that was not me';
          const reply = `${part(0, at)}\n\n${own}\n\n${part(at, paragraphs.length)}`;
          for (const left of leftOf(reply)) expect(left).toContain(own);
        }
    }
  });
});

describe('a letter to an address that nobody has', () => {
  it('is in the language of the page, and the answer on the page is the same as for one that somebody has', async () => {
    const { client } = await people(world, 'en');
    const known = await client();
    const browser = world.browser({ headers: { 'accept-language': 'es' } });
    const ask = async (email: string) =>
      (await browser.run(RecoverUsernameDocument, { email })).recoverUsername;
    const unknown = anAddress();
    expect(await ask(unknown)).toEqual(await ask(known.email));
    expect((await world.latest(unknown)).subject).toContain('ninguna cuenta tiene esta dirección');
    // For either the same language: an account's own would tell who has one.
    expect((await world.latest(known.email)).subject).toContain('tu nombre de usuario');
  });
});
