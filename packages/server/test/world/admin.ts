import type { Outcome } from '../../src/admin/outcome.ts';
import { createProgram } from '../../src/admin/program.ts';
import { inTransaction } from '../../src/platform/database/in-transaction.ts';
import type { World } from './world.ts';

/** A command of the operator in this process: what it tells a person and a program. */
export async function admin(world: World, ...words: string[]): Promise<Outcome> {
  let outcome: Outcome = { words: '', facts: {} };
  const program = createProgram(async (work) => {
    outcome = await inTransaction(world.app.open(), work);
  });
  await program.parseAsync(words, { from: 'user' });
  return outcome;
}
