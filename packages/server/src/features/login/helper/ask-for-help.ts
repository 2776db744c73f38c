import { emailFault, emailKey, usernameKey, TYPED_MAX } from '../../accounts/index.ts';
import { countTryAndEnqueue } from '../sessions/index.ts';
import { readToken } from '../links/index.ts';
import { checkText } from '../../../platform/graphql/text-input.ts';
import { InvalidInput, type TooManyAttempts } from '../../../platform/graphql/user-errors.types.ts';
import { hashToken } from '../../../platform/random-token.ts';
import type { RequestContext } from '../../../request-context.ts';
import { RecoveryRequested } from './login-helper.types.ts';
import { linkByUsernameQueue, renewalQueue, usernamesByEmailQueue } from './queues.ts';
import { currentLanguage, say } from '../../../platform/language/say.ts';

/** The neutral sentences: one for each kind of request, whatever the worker will find. */
const USERNAMES_ON_THE_WAY = () => say().loginHelper.ifAnAccountHasThisAddress;
const LINK_ON_THE_WAY = () => say().loginHelper.ifThisUsernameExistsALoginLink;
const RENEWAL_ON_THE_WAY = () => say().loginHelper.ifThisLinkWasOneOfOurs;

type Outcome = RecoveryRequested | TooManyAttempts | InvalidInput;

// Longer than any address a mail server carries; the fault then names the field.
const EMAIL_TYPED_MAX = 320;

/** Mails the usernames tied to this address to this address. The request counts, queues one job and answers. */
export async function askForUsernames(
  context: RequestContext,
  { email }: { email: string },
): Promise<Outcome> {
  const invalid = checkText({ field: 'email', text: email, max: EMAIL_TYPED_MAX, fault: emailFault });
  if (invalid) return invalid;
  const typed = { kind: 'username-by-email', text: emailKey(email) } as const;
  const { source } = context;
  const tooMany = await countTryAndEnqueue(context, typed, usernamesByEmailQueue, {
    email: email.trim(),
    source,
    ...askerOf(context),
  });
  return tooMany ?? new RecoveryRequested(USERNAMES_ON_THE_WAY());
}

/** Mails a login link to the address on file of this username. The request counts, queues one job and answers. */
export async function askForLoginLink(
  context: RequestContext,
  { username }: { username: string },
): Promise<Outcome> {
  const invalid = checkText({ field: 'username', text: username, max: TYPED_MAX.username });
  if (invalid) return invalid;
  const key = usernameKey(username);
  const typed = { kind: 'link-by-username', text: key } as const;
  const tooMany = await countTryAndEnqueue(context, typed, linkByUsernameQueue, {
    usernameKey: key,
    ...askerOf(context),
  });
  return tooMany ?? new RecoveryRequested(LINK_ON_THE_WAY());
}

/** From a used or expired link: mails a fresh one to the address on file. The same work for a link that never was. */
export async function askForRenewal(
  context: RequestContext,
  { token: typed }: { token: string },
): Promise<Outcome> {
  const token = readToken(typed);
  if (token instanceof InvalidInput) return token;
  const tooMany = await countTryAndEnqueue(context, { kind: 'renewal', text: token }, renewalQueue, {
    tokenHash: hashToken(token),
    ...askerOf(context),
  });
  return tooMany ?? new RecoveryRequested(RENEWAL_ON_THE_WAY());
}

function askerOf({ browserHash, device }: RequestContext) {
  return { browserHash, device, language: currentLanguage() };
}
