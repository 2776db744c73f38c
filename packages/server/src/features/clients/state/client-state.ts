import type { Account } from '../../accounts/index.ts';
import type { ClientState } from './client-state.types.ts';

type State = keyof typeof ClientState;

/** What became of something the coach sent: the link itself is nowhere here. */
export type SentLinkState = 'ON_ITS_WAY' | 'NOT_DELIVERED' | 'LIVE' | 'USED' | 'RUN_OUT' | 'REVOKED';

/** Of all that is known of a client, what their state follows from. */
export interface StateFacts {
  status: Account['status'];
  mayLogInWhileInactive: boolean;
  emailState: Account['emailState'];
  registeredAt: Date | null;
  lastLoginAt: Date | null;
  freshStart: object | null;
  proposedEmail: string | null;
  invite: { at: Date; isLive: boolean; isYoung: boolean } | null;
  link: { at: Date; state: SentLinkState } | null;
  failedPasswords: object | null;
}

/**
 * Whether this client can log in. The list and its counts say the same of thousands by what stands in the accounts'
 * rows: a change here is one in needs-you.ts too, and a test compares the two over every mixture of facts.
 */
export function clientState(facts: StateFacts): State {
  const { status, mayLogInWhileInactive, emailState, freshStart, registeredAt } = facts;
  if (status === 'INACTIVE') return mayLogInWhileInactive ? 'MAY_LOOK' : 'DEACTIVATED';
  if (freshStart) return 'FRESH_START_WAITS';
  // The coach has done something about the address already.
  if (registeredAt && facts.proposedEmail !== null) return 'NEW_ADDRESS_WAITS';
  if (emailState === 'BOUNCED') return 'MAIL_COMES_BACK';
  if (emailState === 'COMPLAINED') return 'MARKED_AS_SPAM';
  return registeredAt ? ofRegistered(facts) : ofInvited(facts);
}

function ofInvited({ invite }: StateFacts): State {
  if (!invite) return 'NOT_INVITED';
  return invite.isLive ? 'INVITED' : 'INVITE_RAN_OUT';
}

function ofRegistered(facts: StateFacts): State {
  const link = unusedLink(facts);
  // Wrong passwords are taken care of while a link waits.
  if (link === 'ON_ITS_WAY' || link === 'LIVE') return 'LINK_WAITS';
  if (facts.failedPasswords) return 'WRONG_PASSWORDS';
  if (link === 'NOT_DELIVERED') return 'LINK_NOT_DELIVERED';
  return link === 'RUN_OUT' || link === 'REVOKED' ? 'LINK_RAN_OUT' : 'CAN_LOG_IN';
}

/** Of the coach's last link, unless the client has come in since. */
function unusedLink({ link, lastLoginAt }: StateFacts): SentLinkState | null {
  if (!link || link.state === 'USED') return null;
  return lastLoginAt && lastLoginAt >= link.at ? null : link.state;
}

const NEEDING: ReadonlySet<State> = new Set<State>([
  'FRESH_START_WAITS',
  'MAIL_COMES_BACK',
  'MARKED_AS_SPAM',
  'NEW_ADDRESS_WAITS',
  'WRONG_PASSWORDS',
  'LINK_NOT_DELIVERED',
  'LINK_RAN_OUT',
]);

/** Whether there is something for the coach to do; that an invite of the last days ended is not. */
export function needsYou(facts: StateFacts): boolean {
  const state = clientState(facts);
  return state === 'INVITE_RAN_OUT' ? facts.invite?.isYoung === false : NEEDING.has(state);
}
