/**
 * A language that nobody speaks, made of the English texts: each letter has an accent, each text is two fifths longer, reads
 * from right to left and holds markup. Where it can be built and read, a real one can. `node made-up-language.ts <folder>`
 * adds it to a copy of this package.
 */
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from './compile-catalogs.ts';

/** Hebrew's: a code that browsers know, so that days, spans and numbers, which they tell, are not told in English. */
const CODE = 'he';
const MARKUP = '<b onclick="alert(1)">';

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = 'áƀćđéƒğĥíĵķłɱñóþʠŕšťúṽŵẋýžÁƁĆĐÉƑĞĤÍĴĶŁṀÑÓÞǪŔŠŤÚṼŴẊÝŽ';

/** What is no word: addresses, and magic tags with their words. */
const kept = /(\[[^\]]*\]|\S+@\S+|https?:\S+|\w+(?:\.\w+)+)/;

function madeUp(text: string): string {
  return text
    .split(kept)
    .map((part, at) =>
      at % 2 === 1 ? part : part.replace(/[A-Za-z]/g, (letter) => accented[plain.indexOf(letter)] ?? letter),
    )
    .join('');
}

function withAccents(elements: MessageFormatElement[]): MessageFormatElement[] {
  return elements.map((element) => {
    if (element.type === TYPE.literal) return { ...element, value: madeUp(element.value) };
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      const { options } = element;
      for (const option of Object.values(options)) option.value = withAccents(option.value);
    }
    return element;
  });
}

function message(icu: string): string {
  const longer = '·'.repeat(Math.ceil(icu.length * 0.4));
  return `${printAST(withAccents(parse(icu, { ignoreTag: true })))} ${MARKUP}${longer}`;
}

function catalog(level: Catalog): Catalog {
  return Object.fromEntries(
    Object.entries(level).map(([key, text]) => [
      key,
      typeof text === 'string' ? message(text) : catalog(text),
    ]),
  );
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder of the copy.');
const english = JSON.parse(readFileSync(join(folder, 'en.json'), 'utf8')) as Catalog;
writeFileSync(join(folder, `${CODE}.json`), JSON.stringify(catalog(english), null, 2));
const languages = join(folder, 'languages.ts');
const line = `  ${CODE}: { name: '${madeUp('Made up')}', direction: 'rtl' },\n`;
writeFileSync(languages, readFileSync(languages, 'utf8').replace(/^\} as const/m, `${line}} as const`));
