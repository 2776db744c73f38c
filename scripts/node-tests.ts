/**
 * Runs test files with Node's own runner and says how many passed: `node scripts/node-tests.ts <glob>...`.
 * The closing line reads `N passed, N failed`, as that of `scripts/test.ts` does.
 */
import { globSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

export type Counts = { passed: number; failed: number };

/** Runs the files one after the other and shows what each test did. */
export async function runNodeTests(globs: string[], cwd: string): Promise<Counts> {
  const files = globs.flatMap((glob) => globSync(glob, { cwd })).sort();
  const counts: Counts = { passed: 0, failed: 0 };
  if (files.length === 0) {
    console.error(`No test file matches ${globs.join(' ')}`);
    return { passed: 0, failed: 1 };
  }
  const stream = run({ files, cwd, concurrency: false });
  stream.on('test:summary', (summary) => {
    // One summary per file, and one without a file over all of them.
    if (summary.file !== undefined) return;
    const { tests, passed, skipped, todo } = summary.counts;
    counts.passed = passed;
    counts.failed = tests - passed - skipped - todo;
  });
  const shown = stream.compose(spec);
  shown.pipe(process.stdout, { end: false });
  await finished(shown);
  return counts;
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
