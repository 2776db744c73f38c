import { Account, accountLabel, fullNameInLetter } from '../../accounts/index.ts';
import {
  findLoginLink,
  isCoachOfPractice,
  mayRenew,
  problemOf,
  readToken,
  reportOpenedByCoach,
} from '../links/index.ts';
import { InvalidInput } from '../../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import { InviteInspection } from './invites.types.ts';

const DEAD = {
  usable: false,
  accountLabel: null,
  invitedBy: null,
  replacesSession: false,
  suggestedUsername: null,
  expiresAt: null,
};

/**
 * Whom this invite is for and the username it suggests. Spends nothing. A coach of the practice sees neither, and its
 * owner is told.
 */
export async function inspectInvite(
  context: RequestContext,
  { token: typed }: { token: string },
): Promise<InviteInspection> {
  const token = readToken(typed);
  if (token instanceof InvalidInput)
    return new InviteInspection({ ...DEAD, problem: 'EXPIRED', mayRenew: false });
  const link = await findLoginLink(context, token, 'INVITE');
  const problem = problemOf(link, context.clock.now());
  if (!link || problem) return new InviteInspection({ ...DEAD, problem, mayRenew: mayRenew(problem) });
  const { account, expiresAt } = link;
  const { viewer } = context;
  if (isCoachOfPractice(viewer, account)) {
    await reportOpenedByCoach(context, link);
    return new InviteInspection({ ...DEAD, problem: 'COACH_LOGGED_IN', mayRenew: false });
  }
  return new InviteInspection({
    usable: true,
    problem: null,
    accountLabel: accountLabel(account, context.siteName),
    invitedBy: await inviterOf(context, account),
    replacesSession: viewer !== null && viewer.account.id !== account.id,
    suggestedUsername: account.username,
    mayRenew: true,
    expiresAt,
  });
}

/** As the letter names them. */
async function inviterOf({ em }: RequestContext, { coach }: Account): Promise<string | null> {
  const inviter = coach && (await em.findOne(Account, { id: coach.id }));
  return fullNameInLetter(inviter) || null;
}
