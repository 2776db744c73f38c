import { emailKey, type Viewer } from '../accounts/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { TooManyAttempts, type InvalidInput } from '../../platform/graphql/user-errors.types.ts';
import { once, type OnceOutcome } from '../../platform/idempotency/once.ts';
import type { RequestContext } from '../../request-context.ts';
import { checkClientInput, findDuplicates } from './client-input.ts';
import { Client, ClientSaved, type AddClientInput, type DuplicateEmail } from './client.types.ts';
import { findOwnClient } from './find-clients.ts';
import { insertClients } from './insert-clients.ts';
import { countInvite } from './invite-queue.ts';

type Outcome = ClientSaved | InvalidInput | DuplicateEmail | TooManyAttempts;

/** Puts somebody on the coach's roster, with a username made at random that no coach ever learns. */
export async function addClient(
  context: RequestContext,
  viewer: Viewer,
  { input, idempotencyKey }: { input: AddClientInput; idempotencyKey: string | null },
): Promise<Outcome> {
  const invalid = checkClientInput(input);
  if (invalid) return invalid;
  const retryAt = input.invite
    ? await countInvite(context, viewer, emailKey(input.email))
    : await context.limits.take('importedPerCoach', viewer.account.id);
  if (retryAt) return new TooManyAttempts(retryAt);
  const outcome = await inTransaction(context, (inside) =>
    once<DuplicateEmail>(
      inside,
      viewer.account.id,
      { key: idempotencyKey, operation: 'addClient', input },
      async () => {
        const twins =
          input.onDuplicateEmail === 'ASK' ? await findDuplicates(inside, viewer, input.email) : null;
        if (twins) return twins;
        const [resultId = ''] = await insertClients(inside, viewer, [input], input);
        return { resultId };
      },
    ),
  );
  return toResult(context, viewer, outcome);
}

async function toResult(
  context: RequestContext,
  viewer: Viewer,
  outcome: OnceOutcome<DuplicateEmail>,
): Promise<Outcome> {
  if (!('resultId' in outcome)) return outcome;
  const account = await findOwnClient(context, viewer, outcome.resultId);
  if (!account) throw new Error('A client just added is not there');
  return new ClientSaved(new Client(account, viewer.account.timeZone));
}
