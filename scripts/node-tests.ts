/**
 * Runs test files with Node's own runner and says how many passed: `node scripts/node-tests.ts <glob>...`.
 * The closing line reads `N passed, N failed`, as that of `scripts/test.ts` does.
 */
import { globSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import type { Ran } from './ran.ts';

export type Counts = { passed: number; failed: number };

/** Runs the files, two at a time, and unless it is to be quiet shows what each test did. */
export async function runNodeTests(
  globs: string[],
  cwd: string,
  { quiet = false } = {},
): Promise<Counts & { ran: Ran[] }> {
  const files = globs.flatMap((glob) => globSync(glob, { cwd })).sort();
  const counts = { passed: 0, failed: 0, ran: [] as Ran[] };
  if (files.length === 0) {
    console.error(`No test file matches ${globs.join(' ')}`);
    return { ...counts, failed: 1 };
  }
  const stream = run({ files, cwd, concurrency: 2 });
  stream.on('test:summary', (summary) => {
    // One summary per file, and one without a file over all of them.
    if (summary.file !== undefined) return;
    const { tests, passed, skipped, todo } = summary.counts;
    counts.passed = passed;
    counts.failed = tests - passed - skipped - todo;
  });
  const note = noteInto(counts.ran);
  stream.on('test:pass', (test) => note(test, test.skip === undefined && test.todo === undefined));
  stream.on('test:fail', (test) => note(test, false));
  const shown = stream.compose(spec);
  if (quiet) shown.resume();
  else shown.pipe(process.stdout, { end: false });
  await finished(shown);
  return counts;
}

/** A suite ends after its tests, and its title comes before theirs. */
function noteInto(ran: Ran[]) {
  const inside: { test: Ran; nesting: number }[] = [];
  return (of: { name: string; nesting: number; details: { type?: string } }, passed: boolean) => {
    if (of.details.type !== 'suite') {
      const test = { title: of.name, passed };
      ran.push(test);
      inside.push({ test, nesting: of.nesting });
      return;
    }
    for (const { test, nesting } of inside) if (nesting > of.nesting) test.title = `${of.name} ${test.title}`;
    if (of.nesting === 0) inside.length = 0;
  };
}

/** The line that every test command of this repository closes with. */
export function closingLine({ passed, failed }: Counts): string {
  return `${String(passed)} passed, ${String(failed)} failed`;
}

if (import.meta.main) {
  const counts = await runNodeTests(process.argv.slice(2), process.cwd());
  console.log(closingLine(counts));
  process.exitCode = counts.failed > 0 ? 1 : 0;
}
