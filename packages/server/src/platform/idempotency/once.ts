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

interface Done {
  resultId: string;
}

export type OnceOutcome<Refusal extends object> = Done | Refusal | InvalidInput;

/**
 * What the same key gave before, or why the key is refused; null where nothing was done under it yet. To be asked before
 * everything that may have changed since, such as limits and times: who asks again after a lost answer gets that answer.
 */
export async function doneBefore(
  { em }: { em: SqlEntityManager },
  accountId: string,
  request: Request,
): Promise<Done | InvalidInput | null> {
  const { key } = request;
  if (key === null) return null;
  if (!isKey(key)) return badKey();
  const earlier = await em.findOne(IdempotencyKey, { accountId, key }, { refresh: true });
  return earlier && replayOf(earlier, request);
}

/**
 * Does something once for each account and key, in the running transaction: the same key and input answer with the
 * first result, the same key and another input are refused. Of two at once, the second waits for the first's commit.
 * What `act` refuses is not kept, so that the same key may try again.
 */
export async function once<Refusal extends object>(
  { em, clock }: { em: SqlEntityManager; clock: Clock },
  accountId: string,
  request: Request,
  act: () => Promise<Done | Refusal>,
): Promise<OnceOutcome<Refusal>> {
  const { key } = request;
  if (key === null) return act();
  if (!isKey(key)) return badKey();
  const taken = await em.execute<unknown[]>(
    `insert into idempotency_key (account_id, key, input_hash, created_at) values (?, ?, ?, ?)
     on conflict (account_id, key) do nothing returning key`,
    [accountId, key, hashOf(request), clock.now()],
  );
  if (taken.length === 0) {
    const earlier = await em.findOneOrFail(IdempotencyKey, { accountId, key }, { refresh: true });
    const replay = replayOf(earlier, request);
    if (replay) return replay;
  }
  const outcome = await act();
  if ('resultId' in outcome)
    await em.nativeUpdate(IdempotencyKey, { accountId, key }, { resultId: outcome.resultId });
  else await em.nativeDelete(IdempotencyKey, { accountId, key });
  return outcome;
}

const isKey = (key: string) => /^[\x20-\x7e]{1,255}$/.test(key);

const hashOf = ({ operation, input }: Request) => hashToken(JSON.stringify([operation, input]));

function replayOf(earlier: IdempotencyKey, request: Request): Done | InvalidInput | null {
  if (earlier.inputHash !== hashOf(request)) return refused(say().platform.thisKeyWasUsedForSomethingElse);
  return earlier.resultId == null ? null : { resultId: earlier.resultId };
}

function badKey(): InvalidInput {
  return refused(say().platform.useToPrintableCharacters);
}

function refused(message: string): InvalidInput {
  return new InvalidInput([new FieldError('idempotencyKey', message)]);
}
