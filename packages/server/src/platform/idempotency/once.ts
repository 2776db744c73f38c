import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../clock.ts';
import { FieldError, InvalidInput } from '../graphql/user-errors.types.ts';
import { hashToken } from '../random-token.ts';
import { IdempotencyKey } from './idempotency-key.entity.ts';
import { say } from '../language/say.ts';

interface Request {
  /** 1 to 255 printable characters; null: do it each time. */
  key: string | null;
  operation: string;
  input: unknown;
}

export type OnceOutcome<Refusal extends object> = { resultId: string } | Refusal | InvalidInput;

/**
 * Does something once for each account and key, in the running transaction: the same key and input answer with the
 * first result, the same key and another input are refused. Of two at once, the second waits for the first's commit.
 * A refusal is not kept, so that the same key may try again.
 */
export async function once<Refusal extends object>(
  { em, clock }: { em: SqlEntityManager; clock: Clock },
  accountId: string,
  { key, operation, input }: Request,
  act: () => Promise<{ resultId: string } | Refusal>,
): Promise<OnceOutcome<Refusal>> {
  if (key === null) return act();
  if (!/^[\x20-\x7e]{1,255}$/.test(key)) return refused(say`Use 1 to 255 printable characters.`);
  const inputHash = hashToken(JSON.stringify([operation, input]));
  const taken = await em.execute<unknown[]>(
    `insert into idempotency_key (account_id, key, input_hash, created_at) values (?, ?, ?, ?)
     on conflict (account_id, key) do nothing returning key`,
    [accountId, key, inputHash, clock.now()],
  );
  if (taken.length === 0) {
    const earlier = await em.findOneOrFail(IdempotencyKey, { accountId, key });
    if (earlier.inputHash !== inputHash)
      return refused(say`This key was used for something else. Use a new one.`);
    if (earlier.resultId) return { resultId: earlier.resultId };
  }
  const outcome = await act();
  if ('resultId' in outcome)
    await em.nativeUpdate(IdempotencyKey, { accountId, key }, { resultId: outcome.resultId });
  else await em.nativeDelete(IdempotencyKey, { accountId, key });
  return outcome;
}

function refused(message: string): InvalidInput {
  return new InvalidInput([new FieldError('idempotencyKey', message)]);
}
