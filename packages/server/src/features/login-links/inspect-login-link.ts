import { accountLabel } from '../accounts/index.ts';
import { InvalidInput } from '../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../request-context.ts';
import { findLoginLink, isCoachOfPractice, problemOf } from './find-login-link.ts';
import { LoginLinkInspection } from './login-links.types.ts';
import { readToken } from './read-token.ts';
import { reportOpenedByCoach } from './report-opened-by-coach.ts';

const DEAD = {
  usable: false,
  accountLabel: null,
  replacesSession: false,
  askedFromThisBrowser: false,
  expiresAt: null,
};

/**
 * Whom this link would log in. Spends nothing; what is not a link reads like one that has run out. Not counted: 128
 * random bits can't be guessed (ASVS 6.6.3), and people reload.
 */
export async function inspectLoginLink(
  context: RequestContext,
  { token: typed }: { token: string },
): Promise<LoginLinkInspection> {
  const token = readToken(typed);
  if (token instanceof InvalidInput)
    return new LoginLinkInspection({ ...DEAD, problem: 'EXPIRED', mayRenew: false });
  const link = await findLoginLink(context, token);
  const problem = problemOf(link, context.clock.now());
  if (!link || problem) return new LoginLinkInspection({ ...DEAD, problem, mayRenew: problem !== 'REVOKED' });
  const { account } = link;
  if (isCoachOfPractice(context.viewer, account)) {
    await reportOpenedByCoach(context, link);
    return new LoginLinkInspection({ ...DEAD, problem: 'COACH_LOGGED_IN', mayRenew: false });
  }
  const { viewer, browserHash } = context;
  return new LoginLinkInspection({
    usable: true,
    problem: null,
    accountLabel: accountLabel(account, account.practice.name),
    replacesSession: viewer !== null && viewer.account.id !== account.id,
    askedFromThisBrowser: link.askedByBrowserHash !== null && link.askedByBrowserHash === browserHash,
    mayRenew: true,
    expiresAt: link.expiresAt,
  });
}
