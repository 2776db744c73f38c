import 'reflect-metadata';
import { CommanderError } from 'commander';
import { createProgram } from './admin/program.ts';
import type { How, Outcome } from './admin/outcome.ts';
import { createApp } from './app.ts';
import { readEnv } from './env.ts';
import { Refusal } from './features/accounts/index.ts';
import { inTransaction } from './platform/database/in-transaction.ts';
import { createLog } from './platform/log.ts';
import type { Mechanisms } from './request-context.ts';
import { runProcess } from './run-process.ts';

const REFUSED = 2;

await runProcess(async () => {
  const program = createProgram(perform);
  if (process.argv.length === 2) return end(program.helpInformation(), 0);
  for (const command of [program, ...program.commands]) command.exitOverride();
  try {
    await program.parseAsync();
  } catch (error) {
    // Help that was asked for, or words that are no command: printed already.
    if (error instanceof CommanderError) return end('', error.exitCode === 0 ? 0 : REFUSED);
    throw error;
  }
  return end('', 0);
});

async function perform(
  work: (context: Mechanisms) => Promise<Outcome>,
  { json = false }: How,
): Promise<void> {
  const env = readEnv();
  const parts = { api: false, worker: false, migrate: !env.production };
  const app = await createApp({ env, log: createLog('error'), parts });
  try {
    const { words, facts } = await inTransaction(app.open(), work);
    process.stdout.write(json ? `${JSON.stringify(facts, null, 2)}\n` : words);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { faults } = error;
    if (json) process.stdout.write(`${JSON.stringify({ faults }, null, 2)}\n`);
    else process.stderr.write(`Nothing was changed:\n${faults.map((fault) => `  - ${fault}\n`).join('')}`);
    process.exitCode = REFUSED;
  } finally {
    await app.stop();
  }
}

function end(words: string, code: number): never {
  process.stdout.write(words);
  process.exit(process.exitCode ?? code);
}
