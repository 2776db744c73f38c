/**
 * Which tests keep which case: `node scripts/cases.ts` prints the table. A case is a fault that people met in software of
 * this kind; the tests that keep it away carry its id in their titles. So do the journeys, J1 to J9.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.ts';

const places = ['packages/*/{src,test}/**/*.test.ts', 'scripts/*.test.ts'];
const ids = [
  ...Array.from({ length: 119 }, (_, i) => `C${String(i + 1).padStart(3, '0')}`),
  ...Array.from({ length: 9 }, (_, i) => `J${String(i + 1)}`),
];

/** Every text in quotes or backticks that names an id, with its file. */
function titles(): { file: string; title: string }[] {
  return globSync(places, { cwd: root })
    .sort()
    .flatMap((file) => {
      const source = readFileSync(join(root, file), 'utf8');
      const literals = source.matchAll(
        /(['"`])((?:(?!\1)[^\\\n]|\\.)*\b(?:C\d{3}|J\d)\b(?:(?!\1)[^\\\n]|\\.)*)\1/g,
      );
      return [...literals].map(([, , title = '']) => ({ file, title: title.replaceAll('\\', '') }));
    });
}

/** For each id the tests that carry it. */
export function testsOfCases(): Map<string, { file: string; title: string }[]> {
  const found = titles();
  return new Map(ids.map((id) => [id, found.filter(({ title }) => new RegExp(`\\b${id}\\b`).test(title))]));
}

if (import.meta.main)
  for (const [id, tests] of testsOfCases()) {
    if (tests.length === 0) console.log(`${id}  no test`);
    for (const { file, title } of tests) console.log(`${id}  ${file}: ${title}`);
  }
