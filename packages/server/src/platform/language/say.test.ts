import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { letters } from './es/letters.ts';
import { passwords } from './es/passwords.ts';
import { spanish } from './es/index.ts';
import { acceptedLanguage } from './languages.ts';
import { currentLanguage, say, sayAgain, speaking, speakingTo } from './say.ts';
import { sayDevice } from './say-device.ts';

const source = join(import.meta.dirname, '../..');

interface Said {
  file: string;
  english: string;
  /** When the file is loaded, where no language is known yet. */
  tooEarly: boolean;
}

function englishOf({ template }: ts.TaggedTemplateExpression): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.templateSpans.reduce(
    (text, { literal }, at) => `${text}{${at}}${literal.text}`,
    template.head.text,
  );
}

/** Everything that the server says, read from its source. */
function everythingSaid(): Said[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => {
      const text = readFileSync(join(source, file), 'utf8');
      const found: Said[] = [];
      const visit = (node: ts.Node, inFunction: boolean): void => {
        if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'say')
          found.push({ file, english: englishOf(node), tooEarly: !inFunction });
        node.forEachChild((child) => visit(child, inFunction || ts.isFunctionLike(node)));
      };
      visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), false);
      return found;
    });
}

const valuesIn = (text: string) => (text.match(/\{\d\}/g) ?? []).sort();

describe('what the server says', () => {
  const said = everythingSaid();

  it('has Spanish for every English, and none for what is not said any more', () => {
    const english = new Set(said.map((one) => one.english));
    expect(english.size).toBeGreaterThan(300);
    expect([...english].filter((words) => !(words in spanish))).toEqual([]);
    const known = Object.keys(spanish).filter((words) => !(words in passwords));
    expect(known.filter((words) => !english.has(words))).toEqual([]);
  });

  it('C132 has all that letters to the owner of an account say where replies know them by', () => {
    // To coaches, and to whoever wrote to an address that only sends: nothing of an account stands in them.
    const toOthers = /(?:tell-coach(?:-of-stop)?|answer-unread)\.ts$/;
    const isWriter = (file: string) =>
      file.startsWith('features') &&
      !toOthers.test(file) &&
      readFileSync(join(source, file), 'utf8').includes('/platform/mail/letter.ts');
    const words = said.filter(({ file }) => isWriter(file)).map(({ english }) => english);
    expect(words.length).toBeGreaterThan(100);
    expect(words.filter((english) => !(english in letters))).toEqual([]);
  });

  it('has the same values in both languages, and different words', () => {
    const unlike = Object.entries(spanish).filter(
      ([english, words]) => valuesIn(english).join() !== [...new Set(valuesIn(words))].join(),
    );
    expect(unlike).toEqual([]);
    expect(Object.entries(spanish).filter(([english, words]) => english === words)).toEqual([]);
  });

  it('is never said before anybody listens', () => {
    expect(said.filter(({ tooEarly }) => tooEarly)).toEqual([]);
  });

  it('is English where no language is known, and Spanish in everything that was begun in Spanish', async () => {
    const greeting = () => say`Hello ${'María'},`;
    expect(greeting()).toBe('Hello María,');
    expect(speaking('es', greeting)).toBe('Hola, María:');
    const later = speaking('es', async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return greeting();
    });
    expect(currentLanguage()).toBe('en');
    expect(await later).toBe('Hola, María:');
    expect(speakingTo({ locale: 'tlh' }, greeting)).toBe('Hello María,');
  });

  it('keeps values as they are, braces included', () => {
    expect(speaking('es', () => say`Hello ${'{0} {1}'},`)).toBe('Hola, {0} {1}:');
  });

  it('translates what was written down in English, devices too', () => {
    expect(speaking('es', () => sayAgain('This client marked our mail as spam. Call them.'))).toMatch(
      /Llámala/,
    );
    expect(speaking('es', () => sayAgain('550 mailbox unavailable'))).toBe('550 mailbox unavailable');
    expect(speaking('es', () => sayDevice('Firefox on Windows'))).toBe('Firefox en Windows');
    expect(speaking('es', () => sayDevice('Unknown device'))).toBe('Dispositivo desconocido');
    expect(sayDevice('Firefox on Windows')).toBe('Firefox on Windows');
  });

  it('reads a header of any length and shape', () => {
    expect(acceptedLanguage(`${'x,'.repeat(100_000)}es`)).toBeNull();
    expect(acceptedLanguage(undefined)).toBeNull();
  });
});
