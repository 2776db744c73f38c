import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const source = join(import.meta.dirname, '..');
const catalog = join(import.meta.dirname, '../../../texts/en.json');
const { app } = JSON.parse(readFileSync(catalog, 'utf8')) as { app: Record<string, object> };

/** What index.html says: vite/one-language.ts refuses one that it lacks. */
const ELSEWHERE = ['openingPage'];

const fileName = (group: string): string => group.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

test('the app says all of what its catalogs hold', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|svelte)$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(source, file), 'utf8'));
  const silent = Object.entries(app).flatMap(([group, texts]) => {
    const speakers = files.filter((text) => text.includes(`'@latchstring/texts/app/${fileName(group)}'`));
    const said = speakers.join('\n');
    // A whole group may be handed on, or asked by a name that is known only when it is said.
    if (/\b\w*[tT]exts\[/.test(said)) return speakers.length > 0 ? [] : [group];
    return Object.keys(texts)
      .filter((key) => !new RegExp(`\\b${key}\\b`).test(said))
      .map((key) => `${group}.${key}`);
  });
  expect(silent.filter((text) => !ELSEWHERE.includes(text.split('.')[0] ?? ''))).toEqual([]);
});
