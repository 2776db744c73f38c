/**
 * What has to hold before a change is handed in, besides the tests (those that prove the fences are among them). One line
 * per step; what a failing step said is shown below it.
 * `node scripts/check.ts [name]...` runs only the steps whose name begins so.
 */
import { run } from './run.ts';

type Step = { name: string; program: string; args: string[]; in?: string };

const node = (name: string, ...args: string[]): Step => ({ name, program: 'node', args });
const types = (directory: string): Step => ({
  name: `types: ${directory}`,
  program: 'tsc',
  args: ['--noEmit', '--project', directory],
});

const steps: Step[] = [
  // What the others read of it is made here.
  node('texts', 'packages/texts/compile.ts'),
  { name: 'format', program: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'lint', program: 'eslint', args: ['--max-warnings', '0', '.'] },
  {
    name: 'boundaries',
    program: 'depcruise',
    args: ['--config', '.dependency-cruiser.js', '--output-type', 'err-long', 'packages'],
  },
  types('packages/operations'),
  types('packages/message-language'),
  types('packages/texts'),
  types('packages/server'),
  types('packages/e2e'),
  types('scripts'),
  {
    name: 'types: packages/web',
    program: 'svelte-check',
    args: ['--tsconfig', './tsconfig.json', '--fail-on-warnings'],
    in: 'packages/web',
  },
  { name: 'dead code', program: 'knip', args: [] },
  { name: 'dead code: product alone', program: 'knip', args: ['--production'] },
  node('build', 'scripts/build.ts'),
  node('drift: documents', 'scripts/codegen.ts', '--check'),
  node('drift: schema', 'packages/server/dist/print-schema.js', '--check'),
  node('breaking changes', 'scripts/breaking-changes.ts'),
  node('drift: migrations', 'packages/server/dist/check-drift.js'),
  { name: 'first load', program: 'node', args: ['scripts/first-load.ts'], in: 'packages/web' },
];

const wanted = process.argv.slice(2);
// The texts are compiled in any case: on a fresh clone all others need them.
const isWanted = ({ name }: Step) =>
  name === 'texts' || wanted.length === 0 || wanted.some((start) => name.startsWith(start));
const todo = steps.filter(isWanted);
let failed = 0;

async function look(step: Step): Promise<void> {
  const start = performance.now();
  const { code, output } = await run(step.program, step.args, step.in === undefined ? {} : { in: step.in });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✔' : '✖'} ${step.name} (${seconds} s)`);
  if (code === 0) return;
  failed += 1;
  console.log(output.trimEnd().replaceAll(/^/gm, '    '));
}

async function lookAtAll(some: Step[]): Promise<void> {
  for (const step of some) await look(step);
}

// What others read is made first; then the one step that takes as long as all the others goes beside them.
await lookAtAll(todo.filter(({ name }) => name === 'texts'));
await Promise.all([
  lookAtAll(todo.filter(({ name }) => name === 'lint')),
  lookAtAll(todo.filter(({ name }) => name !== 'lint' && name !== 'texts')),
]);
console.log(failed === 0 ? 'Everything holds.' : `${String(failed)} of these do not hold.`);
process.exitCode = failed === 0 ? 0 : 1;
