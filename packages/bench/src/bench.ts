/**
 * Measurements, from the root of the repository:
 *
 * - `pnpm bench [quick] [--machine "two shared cores"]`: the product beside others, on one PostgreSQL.
 * - `pnpm bench sending [--recipients 5000] [--workers 1] [--delay 50]`: how fast a message goes out.
 * - `pnpm bench types`: whether the compiler agrees with this package. Its parts are not installed where everything else
 *   is checked, so nothing else asks.
 *
 * What it measures against is installed here, by a lock file of its own, when it is first needed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';

const here = join(import.meta.dirname, '..');
const changedAt = (name: string) => statSync(join(here, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;

function install(): void {
  if (changedAt('node_modules/.modules.yaml') > changedAt('pnpm-lock.yaml')) return;
  console.error('Installing what is measured against');
  const args = ['--yes', 'pnpm@12.4.2', 'install', '--frozen-lockfile', '--dir', here];
  execFileSync('npx', args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

const first = process.argv[2] ?? 'all';
const command = first.startsWith('--') ? 'all' : first;
if (!['all', 'quick', 'sending', 'types'].includes(command))
  throw new Error(
    `There is no measurement called ${command}: quick, sending, types, or none of these for all.`,
  );
install();
if (command === 'sending') await import('./sending.ts');
else if (command === 'types')
  process.exitCode = spawnSync('tsc', ['--noEmit', '--project', here], { stdio: 'inherit' }).status ?? 1;
else await import('./compare.ts');
