/**
 * Holds docs/security.md to what ran: each proof that it names has a test with that id in its title, and that test
 * passed. `node scripts/proofs.ts` after `test` and `journeys`; the fortress looks at its own.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idsIn, readCases, type Case } from './cases.ts';
import { readRan, type Part, type Ran } from './ran.ts';
import { root } from './run.ts';

/** The ids in backticks, each once. */
export const proofsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/`([CP]\d{3}|J\d)`/g)].map(([, id = '']) => id)),
];

/** Those that nothing proved: no test that ran carries them, or one that does never passed. */
export function unproven(ids: string[], ran: Ran[]): string[] {
  const passed = new Set(ran.filter((test) => test.passed).map(({ title }) => title));
  return ids.flatMap((id) => {
    const titles = [...new Set(ran.map(({ title }) => title).filter((title) => idsIn(title).includes(id)))];
    if (titles.length === 0) return [`${id}: no test that ran carries it`];
    return titles.filter((title) => !passed.has(title)).map((title) => `${id}: did not pass: ${title}`);
  });
}

/** What is wrong with the proofs that these commands run. */
export function faultsOfProofs(
  parts: Part[],
  cases: Case[] = readCases(),
  document = readFileSync(join(root, 'docs/security.md'), 'utf8'),
): string[] {
  const isLong = (id: string) => cases.find((each) => each.id === id)?.mark === 'fortress';
  const ids = proofsIn(document).filter((id) => isLong(id) === parts.includes('fortress'));
  const silent = parts.filter((part) => readRan(part) === null);
  if (silent.length > 0) return silent.map((part) => `${part} has not run`);
  return unproven(
    ids,
    parts.flatMap((part) => readRan(part) ?? []),
  );
}

if (import.meta.main) {
  const faults = faultsOfProofs(['test', 'journeys']);
  for (const fault of faults) console.log(`✖ ${fault}`);
  console.log(
    faults.length === 0
      ? 'Each proof in docs/security.md ran and passed.'
      : `${String(faults.length)} faults: what docs/security.md claims is not proven by this run.`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}
