/**
 * Which tests keep which case, journey and promise: `node scripts/cases.ts` prints the table. What an id means stands in
 * docs/cases.md; the tests that keep it carry it in their titles.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.ts';

export interface Case {
  id: string;
  words: string;
  /** open: no test keeps it yet. fortress: only the long form runs its test. */
  mark: 'open' | 'fortress' | null;
}

export interface TitledTest {
  file: string;
  title: string;
}

const places = ['packages/*/{src,test}/**/*.test.ts', 'scripts/*.test.ts', 'scripts/attacks/*.ts'];

/** The lines of docs/cases.md. */
export function readCases(text = readFileSync(join(root, 'docs/cases.md'), 'utf8')): Case[] {
  const lines = text.matchAll(/^- ([CJP]\d+)(?: \((open|fortress)\))?: (.+)$/gm);
  return [...lines].map(([, id = '', mark, words = '']) => ({
    id,
    words,
    mark: (mark as Case['mark'] | undefined) ?? null,
  }));
}

/** The ids that a title carries. */
export const idsIn = (title: string): string[] => title.match(/\b(?:[CP]\d{3}|J\d)\b/g) ?? [];

/** Every text in quotes or backticks that names an id, with its file. */
function titles(): TitledTest[] {
  // The tests of these lists make up lines of their own.
  return globSync(places, { cwd: root, exclude: ['scripts/{cases,proofs}.test.ts'] })
    .sort()
    .flatMap((file) => {
      const source = readFileSync(join(root, file), 'utf8');
      const literals = source.matchAll(
        /(['"`])((?:(?!\1)[^\\\n]|\\.)*\b(?:[CP]\d{3}|J\d)\b(?:(?!\1)[^\\\n]|\\.)*)\1/g,
      );
      return [...literals].map(([, , title = '']) => ({ file, title: title.replaceAll('\\', '') }));
    });
}

/** For each id the tests that carry it, be it known or not. */
export function testsOfCases(): Map<string, TitledTest[]> {
  const found = new Map<string, TitledTest[]>(readCases().map(({ id }) => [id, []]));
  for (const test of titles())
    for (const id of idsIn(test.title)) found.set(id, [...(found.get(id) ?? []), test]);
  return found;
}

/** What docs/cases.md and the titles of the tests don't say alike. */
export function faultsOfCases(cases: Case[], tests: Map<string, TitledTest[]>): string[] {
  const known = new Map(cases.map((each) => [each.id, each]));
  const twice = cases.filter((each) => known.get(each.id) !== each);
  const kept = (id: string) => (tests.get(id)?.length ?? 0) > 0;
  return [
    ...twice.map(({ id }) => `${id} has two lines in docs/cases.md`),
    ...[...tests.keys()].filter((id) => !known.has(id)).map((id) => `${id} has no line in docs/cases.md`),
    ...cases.filter(({ id, mark }) => mark !== 'open' && !kept(id)).map(({ id }) => `${id} has no test`),
    ...cases.filter(({ id, mark }) => mark === 'open' && kept(id)).map(({ id }) => `${id} is kept, not open`),
  ];
}

if (import.meta.main)
  for (const [id, tests] of testsOfCases()) {
    if (tests.length === 0) console.log(`${id}  no test`);
    for (const { file, title } of tests) console.log(`${id}  ${file}: ${title}`);
  }
