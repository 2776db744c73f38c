/** What ran, and what became of it: the tests' runners note it here, and `scripts/proofs.ts` reads it. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.ts';

/** The command that ran it. */
export type Part = 'test' | 'journeys' | 'fortress';

export interface Ran {
  /** With the titles of what it stands in. */
  title: string;
  passed: boolean;
}

const folder = join(root, 'node_modules/.cache/ran');
const fileOf = (part: Part) => join(folder, `${part}.json`);

/** In place of what this command noted last time. */
export function noteRan(part: Part, ran: Ran[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(part), JSON.stringify(ran));
}

/** Null where that command has noted nothing. */
export function readRan(part: Part): Ran[] | null {
  try {
    return JSON.parse(readFileSync(fileOf(part), 'utf8')) as Ran[];
  } catch {
    return null;
  }
}

/** What ran on an earlier day proves nothing of today. */
export function forgetRan(part: Part): void {
  rmSync(fileOf(part), { force: true });
}

/** Of Vitest's JSON report. */
export function ranInVitest(report: {
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
}): Ran[] {
  return report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .map(({ fullName, status }) => ({ title: fullName, passed: status === 'passed' }));
}
