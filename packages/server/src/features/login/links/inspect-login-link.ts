import { accessOf, accountLabel } from '../../accounts/index.ts';
import { InvalidInput } from '../../../platform/graphql/user-errors.types.ts';
import { later } from '../../../platform/clock.ts';
import type { RequestContext } from '../../../request-context.ts';
import { findLoginLink, isCoachOfPractice, problemOf } from './find-login-link.ts';
import { LoginLinkInspection, mayRenew } from './login-links.types.ts';
import { readToken } from './read-token.ts';
import { reportOpenedByCoach } from './report-opened-by-coach.ts';

const DEAD = {
  usable: false,
  accountLabel: null,
  replacesSession: false,
  askedFromThisBrowser: false,
  needsPassword: false,
  hasCode: false,
  supportEmail: null,
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
  if (!link || problem) return new LoginLinkInspection({ ...DEAD, problem, mayRenew: mayRenew(problem) });
  const { account } = link;
  if (isCoachOfPractice(context.viewer, account)) {
    await reportOpenedByCoach(context, link);
    return new LoginLinkInspection({ ...DEAD, problem: 'COACH_LOGGED_IN', mayRenew: false });
  }
  const { viewer, browserHash, clock, settings } = context;
  const needsPassword = accessOf(account).link === 'WITH_PASSWORD';
  const codeEndsAt = later(link.createdAt, settings.loginCodeLifeMs);
  return new LoginLinkInspection({
    usable: true,
    problem: null,
    accountLabel: accountLabel(account, context.siteName),
    replacesSession: viewer !== null && viewer.account.id !== account.id,
    askedFromThisBrowser: link.askedByBrowserHash !== null && link.askedByBrowserHash === browserHash,
    needsPassword,
    // Messages of a coach hold none, and where the password is asked for there is none.
    hasCode: link.issuer === 'HELPER' && !needsPassword && codeEndsAt > clock.now(),
    supportEmail: needsPassword ? account.practice.supportEmail : null,
    mayRenew: true,
    expiresAt: link.expiresAt,
  });
}
