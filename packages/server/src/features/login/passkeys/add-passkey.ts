import { type MyAccountChanged, tellOwner } from '../../accounts/index.ts';
import { CHALLENGE_MAX, PASSKEY_ANSWER_MAX, RUN_OUT, beginCeremony, takeCeremony } from './ceremonies.ts';
import { reloadedAccount, lockAccountOfSession, notePassedStep } from '../sessions/index.ts';
import { credentialIdsOf } from './own-passkeys.ts';
import { Passkey } from './passkey.entity.ts';
import { PasskeyChallenge } from './passkeys.types.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { checkText } from '../../../platform/graphql/text-input.ts';
import { FieldError, InvalidInput, TooManyAttempts } from '../../../platform/graphql/user-errors.types.ts';
import { checkNewPasskey, passkeyAddOptions } from '../../../platform/passkeys/passkeys.ts';
import { newId } from '../../../platform/random-token.ts';
import type { RequestContext } from '../../../request-context.ts';
import { say } from '../../../platform/language/say.ts';
import type { Viewer } from '../../../viewer.ts';
import { nameLengths } from '../../../settings/settings.ts';

const NO_PASSKEY = () => say().myAccount.theBrowsersAnswerCouldNotBeUsed;

/** Begins to add one. */
export async function beginAddPasskey(
  context: RequestContext,
  viewer: Viewer,
): Promise<PasskeyChallenge | TooManyAttempts> {
  const { account, session } = viewer;
  const retryAt = await context.limits.take('passkeyChangesPerAccount', account.id);
  if (retryAt) return new TooManyAttempts(retryAt);
  const whose = { purpose: 'ADD', accountId: account.id, sessionId: session.id } as const;
  const { challenge, expiresAt } = await beginCeremony(context, whose);
  const options = await passkeyAddOptions(context, {
    challenge,
    userHandle: account.id,
    username: account.username,
    name: `${account.firstName} ${account.lastName}`.trim() || account.username,
    credentialIds: await credentialIdsOf(context.em, account.id),
  });
  return new PasskeyChallenge({ challenge, options, expiresAt });
}

interface Answer {
  challenge: string;
  attestation: string;
  name: string;
}

/** Keeps what the browser made. The challenge is used up; a name that can't be used costs nothing. */
export async function addPasskey(
  context: RequestContext,
  viewer: Viewer,
  { challenge, attestation, name }: Answer,
): Promise<MyAccountChanged | InvalidInput> {
  const invalid = checkText(
    { field: 'challenge', text: challenge, max: CHALLENGE_MAX },
    { field: 'attestation', text: attestation, max: PASSKEY_ANSWER_MAX },
    { field: 'name', text: name, max: nameLengths.passkey },
  );
  if (invalid) return invalid;
  const { account, session } = viewer;
  const ceremony = await takeCeremony(context, { challenge, purpose: 'ADD' });
  if (ceremony?.accountId !== account.id || ceremony.sessionId !== session.id)
    return new InvalidInput([new FieldError('challenge', RUN_OUT())]);
  const key = await checkNewPasskey(context, { challenge, attestation });
  if (!key) return new InvalidInput([new FieldError('attestation', NO_PASSKEY())]);
  const fault = await inTransaction(context, (inside) => keep(inside, viewer, { ...key, name: name.trim() }));
  return fault ? new InvalidInput([fault]) : reloadedAccount(context);
}

type NewPasskey = Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'transports' | 'name'>;

async function keep(
  context: RequestContext,
  viewer: Viewer,
  passkey: NewPasskey,
): Promise<FieldError | null> {
  const { em, clock, settings } = context;
  const { account, session } = viewer;
  await lockAccountOfSession(em, viewer);
  const others = await em.count(Passkey, { account: account.id });
  if (others >= settings.passkeysPerAccount)
    return new FieldError('name', say().myAccount.youHavePasskeysRemoveOne({ others }));
  // A device makes a new one each time: the same again is one that was taken from somewhere.
  if (await em.count(Passkey, { credentialId: passkey.credentialId }))
    return new FieldError('attestation', NO_PASSKEY());
  const createdAt = clock.now();
  await em.insert(Passkey, { ...passkey, id: newId(), account: account.id, createdAt, lastUsedAt: null });
  // Its owner stood here and was verified: with a coach's first one, recovery codes can be made at once.
  await notePassedStep(context, { id: session.id, accountId: account.id });
  await tellOwner(context, account.id, { event: 'PASSKEY_ADDED', letter: 'PASSKEY_ADDED' });
  return null;
}
