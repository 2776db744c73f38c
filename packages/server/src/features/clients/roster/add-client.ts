import { emailKey } from '../../accounts/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import {
  FieldError,
  InvalidInput,
  type TooManyAttempts,
  tooOften,
} from '../../../platform/graphql/user-errors.types.ts';
import { doneBefore, once, type OnceOutcome } from '../../../platform/idempotency/once.ts';
import type { RequestContext } from '../../../request-context.ts';
import { checkClientInput, findDuplicates } from './client-input.ts';
import { Client, ClientSaved, type AddClientInput, type DuplicateEmail } from './client.types.ts';
import { findOwnClient } from './find-clients.ts';
import { insertClients } from './insert-clients.ts';
import { countInvites } from '../../login/index.ts';
import { say } from '../../../platform/language/say.ts';
import type { Viewer } from '../../../viewer.ts';

type Outcome = ClientSaved | InvalidInput | DuplicateEmail | TooManyAttempts;

/** Puts somebody on the coach's roster, with a username made at random that no coach ever learns. */
export async function addClient(
  context: RequestContext,
  viewer: Viewer,
  { input, idempotencyKey }: { input: AddClientInput; idempotencyKey: string | null },
): Promise<Outcome> {
  const invalid = checkClientInput(input);
  if (invalid) return invalid;
  const coachId = viewer.account.id;
  const request = { key: idempotencyKey, operation: 'addClient', input };
  const earlier = await doneBefore(context, coachId, request);
  if (earlier) return toResult(context, viewer, earlier);
  const outcome = await inTransaction(context, (inside) =>
    once<DuplicateEmail | TooManyAttempts>(inside, coachId, request, async () => {
      const twins =
        input.onDuplicateEmail === 'ASK' ? await findDuplicates(inside, viewer, input.email) : null;
      if (twins) return twins;
      // Behind the key, in the transaction: only who is added in the end is counted.
      const limits = inside.limits.withinTransaction(inside.em);
      const retryAt = input.invite
        ? await countInvites({ limits }, viewer, [emailKey(input.email)])
        : await limits.take('clientsAddedPerCoach', coachId);
      if (retryAt) return tooOften(retryAt);
      const [resultId = ''] = await insertClients(inside, viewer, [input], input);
      return { resultId };
    }),
  );
  return toResult(context, viewer, outcome);
}

async function toResult(
  context: RequestContext,
  viewer: Viewer,
  outcome: OnceOutcome<DuplicateEmail | TooManyAttempts>,
): Promise<Outcome> {
  if (!('resultId' in outcome)) return outcome;
  const account = await findOwnClient(context, viewer, outcome.resultId);
  if (account) return new ClientSaved(new Client(account, viewer.account.timeZone));
  const words = say().clients.theClientAddedUnderThisKey;
  return new InvalidInput([new FieldError('idempotencyKey', words)]);
}
