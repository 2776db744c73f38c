import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { createTemplate, dropTemplate } from './world/template.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where this run keeps its files. */
    runDir: string;
    /** Undefined: the embedded database. */
    postgres: string | undefined;
  }
}

/** One migrated database for the whole run, copied for each test file in milliseconds. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const runDir = mkdtempSync(join(tmpdir(), 'latchstring-server-test-'));
  const postgres = process.env['TEST_DATABASE_URL'] || undefined;
  await createTemplate(runDir, postgres);
  project.provide('runDir', runDir);
  project.provide('postgres', postgres);
  return async () => {
    if (postgres) await dropTemplate(postgres, runDir);
    rmSync(runDir, { recursive: true, force: true });
  };
}
