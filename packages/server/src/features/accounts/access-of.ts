import type { Account } from './account.entity.ts';

/** Every way into an account, and to its owner, as they stand at this moment. */
export interface WaysIn {
  /** Whether anybody gets in at all, and for what: READ_ONLY is a deactivated client whose coach lets them look. */
  entry: 'FULL' | 'READ_ONLY' | 'NO';
  /** A password has been set, and lets them in. */
  password: boolean;
  /** What a login link is good for. */
  link: 'ALONE' | 'WITH_PASSWORD' | 'NO';
  /** The code beside a link: where the link asks for the password, a code alone must not do without it. */
  code: boolean;
  /** Nobody has come in yet: their way is the invite, whatever the link policy. */
  invite: boolean;
  /** Whether mail is known not to come back and not to be taken for spam. */
  mail: boolean;
}

type AccountFacts = Pick<
  Account,
  'status' | 'mayLogInWhileInactive' | 'loginLinkPolicy' | 'emailState' | 'passwordHash'
> & { registeredAt?: Date | null | undefined };

/**
 * The one rule about every way into an account. Whoever acts on it asks under the account's lock, see lockAccount:
 * before that it is only what was true a moment ago.
 */
export function accessOf(account: AccountFacts): WaysIn {
  return decide({
    ...account,
    hasPassword: account.passwordHash !== null,
    isRegistered: account.registeredAt != null,
  });
}

/** For statements that read an account as `a` beside other things: the columns that the rule needs. */
export const ACCESS_COLUMNS = `
  a.status, a.may_log_in_while_inactive, a.login_link_policy, a.email_state,
  a.password_hash is not null as has_password, a.registered_at is not null as is_registered`;

export interface AccessRow {
  status: Account['status'];
  may_log_in_while_inactive: boolean;
  login_link_policy: Account['loginLinkPolicy'];
  email_state: Account['emailState'];
  has_password: boolean;
  is_registered: boolean;
}

/** The same rule for a row of ACCESS_COLUMNS. */
export function accessOfRow(row: AccessRow): WaysIn {
  return decide({
    status: row.status,
    mayLogInWhileInactive: row.may_log_in_while_inactive,
    loginLinkPolicy: row.login_link_policy,
    emailState: row.email_state,
    hasPassword: row.has_password,
    isRegistered: row.is_registered,
  });
}

type Facts = Omit<AccountFacts, 'passwordHash' | 'registeredAt'> & {
  hasPassword: boolean;
  isRegistered: boolean;
};

function decide(facts: Facts): WaysIn {
  const { status, mayLogInWhileInactive, loginLinkPolicy, emailState, hasPassword, isRegistered } = facts;
  const isOpen = status === 'ACTIVE' || mayLogInWhileInactive;
  const link = isOpen ? linkOf(loginLinkPolicy, hasPassword) : 'NO';
  return {
    entry: status === 'ACTIVE' ? 'FULL' : mayLogInWhileInactive ? 'READ_ONLY' : 'NO',
    password: isOpen && hasPassword,
    link,
    code: link === 'ALONE',
    invite: isOpen && !isRegistered,
    mail: emailState !== 'BOUNCED' && emailState !== 'COMPLAINED',
  };
}

/** Without a password there is nothing that could be asked for beside the link. */
function linkOf(policy: Account['loginLinkPolicy'], hasPassword: boolean): WaysIn['link'] {
  if (policy === 'NEVER') return 'NO';
  return policy === 'PASSWORD_TOO' && hasPassword ? 'WITH_PASSWORD' : 'ALONE';
}
