import { Account, accessOf, type WaysIn } from '../../accounts/index.ts';
import { hashToken } from '../../../platform/random-token.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { LoginLink } from './login-link.entity.ts';
import type { LoginLinkProblem } from './login-links.types.ts';
import type { Viewer } from '../../../viewer.ts';

export type FoundLink = LoginLink & { account: Account };

/** The link behind a token, with its account; null where there is none. */
export async function findLoginLink(
  { em }: Pick<Mechanisms, 'em'>,
  token: string,
  purpose: LoginLink['purpose'] = 'LOGIN',
): Promise<FoundLink | null> {
  const link = await em.findOne(
    LoginLink,
    { tokenHash: hashToken(token), purpose },
    { populate: ['account', 'account.practice'], strategy: 'joined', disableIdentityMap: true },
  );
  return link;
}

/** What a link that something else ended tells its reader; of a deactivation it tells nothing. */
const ENDED: Record<NonNullable<LoginLink['endedBy']>, keyof typeof LoginLinkProblem> = {
  LOGIN: 'ANOTHER_USED',
  PASSWORD: 'PASSWORD_CHANGED',
  EMAIL: 'ACCESS_CHANGED',
  POLICY: 'ACCESS_CHANGED',
  STARTED_OVER: 'ACCESS_CHANGED',
  DEACTIVATION: 'EXPIRED',
};

/**
 * Why this link would not log in, in the order that people should hear it; null when it would. A link of an account
 * that may not log in looks like any dead link: that the account is deactivated stands in the letter of a renewal.
 */
export function problemOf(link: FoundLink | null, now: Date): keyof typeof LoginLinkProblem | null {
  if (!link) return 'EXPIRED';
  if (link.revokedAt) return 'REVOKED';
  if (link.usedAt) return 'USED';
  const ended = link.endedBy && ENDED[link.endedBy];
  if (ended) return ended;
  const { account } = link;
  if (link.expiresAt <= now || link.credentialsVersion !== account.credentialsVersion) return 'EXPIRED';
  return admitsLink(link.purpose, accessOf(account)) ? null : 'EXPIRED';
}

/** Whether the account lets anybody in by such a link at all. */
export function admitsLink(purpose: LoginLink['purpose'], access: WaysIn): boolean {
  return purpose === 'INVITE' ? access.invite : access.link !== 'NO';
}

/** A coach must not get into a client's account, whatever link fell into their hands. */
export function isCoachOfPractice(
  viewer: Viewer | null,
  account: Pick<Account, 'role'> & { practice: { id: string } },
): boolean {
  return (
    viewer?.account.role === 'COACH' &&
    account.role === 'CLIENT' &&
    viewer.practice.id === account.practice.id
  );
}
