import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serverTexts } from '@latchstring/texts/server';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { acceptedLanguage } from './languages.ts';
import {
  currentLanguage,
  everythingSaidIn,
  LETTERS,
  say,
  translateStored,
  speaking,
  speakingTo,
} from './say.ts';
import { sayDevice } from './say-device.ts';

const source = join(import.meta.dirname, '../..');

interface Said {
  file: string;
  /** `login.wrong` */
  text: string;
  /** When the file is loaded, where no language is known yet. */
  tooEarly: boolean;
}

/** `say().login.wrong` → `login.wrong`; `say().magicTags[name]` → `magicTags.*` */
function saidBy(node: ts.Node): string | null {
  if (ts.isElementAccessExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { expression: said, name: group } = node.expression;
    return said.getText() === 'say()' ? `${group.text}.*` : null;
  }
  if (!ts.isPropertyAccessExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  return node.expression.expression.getText() === 'say()'
    ? `${node.expression.name.text}.${node.name.text}`
    : null;
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
        const words = saidBy(node);
        if (words !== null) found.push({ file, text: words, tooEarly: !inFunction });
        node.forEachChild((child) => visit(child, inFunction || ts.isFunctionLike(node)));
      };
      visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), false);
      return found;
    });
}

/** What a library says in English, which is not written in our source. */
const ELSEWHERE = ['passwords'];

describe('what the server says', () => {
  const said = everythingSaid();
  const texts = Object.entries<object>(serverTexts.en).flatMap(([group, words]) =>
    Object.keys(words).map((key) => `${group}.${key}`),
  );

  it('is all of what its catalogs hold', () => {
    expect(texts.length).toBeGreaterThan(300);
    const spoken = new Set(said.map(({ text }) => text));
    const isElsewhere = (text: string) => ELSEWHERE.includes(text.split('.')[0] ?? '');
    const isSaid = (text: string) => spoken.has(text) || spoken.has(text.replace(/\..*/, '.*'));
    expect(texts.filter((text) => !isSaid(text) && !isElsewhere(text))).toEqual([]);
  });

  it('C132 stands, where letters to the owner of an account say it, among what replies know such letters by', () => {
    // To coaches, and to whoever wrote to an address that only sends: nothing of an account stands in them.
    const toOthers = /(?:mail-reply-to-coach|mail-coach-change-ended|no-reader-answer)\.ts$/;
    const isWriter = (file: string) =>
      file.startsWith('features') &&
      !toOthers.test(file) &&
      readFileSync(join(source, file), 'utf8').includes('/platform/mail/letter.ts');
    const words = said.filter(({ file }) => isWriter(file)).map(({ text }) => text);
    expect(words.length).toBeGreaterThan(100);
    const known: readonly string[] = LETTERS;
    expect(words.filter((text) => !known.includes(text.split('.')[0] ?? ''))).toEqual([]);
    expect(everythingSaidIn(LETTERS, '{0}').join()).not.toContain('NaN');
  });

  it('is said in other words in every language', () => {
    const { en, ...others } = serverTexts;
    const wordsOf = (language: object) =>
      Object.values(language).flatMap((group: object) => Object.values(group).map(String));
    const english = wordsOf(en);
    for (const other of Object.values(others))
      expect(wordsOf(other).filter((words, at) => words === english[at])).toEqual([]);
  });

  it('is never said before anybody listens', () => {
    expect(said.filter(({ tooEarly }) => tooEarly)).toEqual([]);
  });

  it('is English where no language is known, and Spanish in everything that was begun in Spanish', async () => {
    const greeting = () => say().loginLetters.helloName({ name: 'María' });
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
    expect(speaking('es', () => say().loginLetters.helloName({ name: '{0} {1}' }))).toBe('Hola, {0} {1}:');
  });

  it('translates what was written down in English, devices too', () => {
    expect(speaking('es', () => translateStored('This client marked our mail as spam. Call them.'))).toMatch(
      /Llámala/,
    );
    expect(speaking('es', () => translateStored('550 mailbox unavailable'))).toBe('550 mailbox unavailable');
    expect(speaking('es', () => sayDevice('Firefox on Windows'))).toBe('Firefox en Windows');
    expect(speaking('es', () => sayDevice('Unknown device'))).toBe('Dispositivo desconocido');
    expect(sayDevice('Firefox on Windows')).toBe('Firefox on Windows');
  });

  it('reads a header of any length and shape', () => {
    expect(acceptedLanguage(`${'x,'.repeat(100_000)}es`)).toBeNull();
    expect(acceptedLanguage(undefined)).toBeNull();
  });
});
