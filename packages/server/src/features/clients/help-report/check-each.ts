import type { Calendar, LoginHelpFacts, SentLinkState } from './login-help-facts.ts';
import type { CheckState, LoginHelpCheckKind } from './login-help.types.ts';
import { say } from '../../../platform/language/say.ts';

interface Check {
  kind: keyof typeof LoginHelpCheckKind;
  state: keyof typeof CheckState;
  detail: string;
  since: Date | null;
}

type Found = Omit<Check, 'kind'>;
type Rule = (facts: LoginHelpFacts, calendar: Calendar) => Found;

const NOT_COUNTED = () => say`Other tries are not counted here.`;

const found = (state: Check['state'], detail: string, since: Date | null = null): Found => ({
  state,
  detail,
  since,
});

const active: Rule = (facts, { day }) => {
  const { status, mayLogInWhileInactive, deactivatedAt, deleteAt } = facts;
  if (status === 'ACTIVE') return found('OK', say`Active.`);
  const since = deactivatedAt ? ` ${day(deactivatedAt)}` : '';
  if (deleteAt)
    return found('PROBLEM', say`Deactivated${since}; will be deleted ${day(deleteAt)}.`, deactivatedAt);
  return mayLogInWhileInactive
    ? found('WARNING', say`Deactivated${since}, but may log in and look.`, deactivatedAt)
    : found('PROBLEM', say`Deactivated${since}: no login of any kind works.`, deactivatedAt);
};

const registered: Rule = ({ registeredAt, lastLoginAt, freshStart }, { day }) => {
  if (!registeredAt) return found('PROBLEM', say`Has not come in yet: there is no password so far.`);
  const last = lastLoginAt ? say` Last login ${day(lastLoginAt)}.` : '';
  if (freshStart) {
    const when = freshStart.at ? day(freshStart.at) : say`a week after its notice has gone`;
    return found('WARNING', say`A fresh start takes effect ${when}, unless stopped.${last}`);
  }
  return found('OK', say`Has come in before.${last}`, registeredAt);
};

const emailDeliverable: Rule = ({ email, emailState, proposedEmail }) => {
  const pending = proposedEmail ? say` ${proposedEmail} waits for the client’s own yes.` : '';
  if (emailState === 'BOUNCED') return found('PROBLEM', say`Mail to ${email} comes back.${pending}`);
  if (emailState === 'COMPLAINED')
    return found('PROBLEM', say`A mail to ${email} was marked as spam, so messages are held back.${pending}`);
  if (proposedEmail) return found('WARNING', say`Mail still goes to ${email}.${pending}`);
  if (emailState === 'DELIVERED') return found('OK', say`Mail arrives at ${email}.`);
  return found('UNKNOWN', say`Nothing has been heard of mail to ${email} yet.`);
};

const linkPolicy: Rule = ({ linkPolicy: policy }) => {
  if (policy === 'NEVER') return found('WARNING', say`The client has turned login links off.`);
  if (policy === 'PASSWORD_TOO')
    return found('WARNING', say`The client’s login links ask for the password as well.`);
  return found('OK', say`Login links are allowed.`);
};

const throttled: Rule = ({ isThrottled, breakMinutes }) =>
  isThrottled
    ? found(
        'WARNING',
        say`Many wrong passwords in a short time: the login page asks for a break of ${breakMinutes} minutes.`,
      )
    : found('OK', say`The client does not have to wait.`);

const failedPasswords: Rule = ({ failedPasswords: failed }, { day }) => {
  if (!failed)
    return found('OK', say`None since the last login, in the client’s own browser. ${NOT_COUNTED()}`);
  const { count, since } = failed;
  const words = count === 1 ? say`One wrong password` : say`${count} wrong passwords`;
  const from = count === 1 ? day(since) : say`since ${day(since).replace(/^on /, '')}`;
  return found('WARNING', say`${words} ${from}, in the client’s own browser. ${NOT_COUNTED()}`, since);
};

const LINK_WORDS: Record<SentLinkState, [Check['state'], () => string]> = {
  ON_ITS_WAY: ['OK', () => say`is on its way out`],
  NOT_DELIVERED: ['PROBLEM', () => say`did not arrive`],
  LIVE: ['OK', () => say`has not been used yet and still works`],
  USED: ['OK', () => say`was used`],
  RUN_OUT: ['WARNING', () => say`ended without having been used`],
  REVOKED: ['WARNING', () => say`was made useless`],
};

const lastLink: Rule = ({ registeredAt, invite, link, windowDays }, { day }) => {
  if (!registeredAt) {
    if (!invite) return found('UNKNOWN', say`No invitation of yours in the last ${windowDays} days.`);
    const words = invite.isLive
      ? say`has not been accepted yet and still works`
      : say`ended without being accepted`;
    return found(
      invite.isLive ? 'OK' : 'WARNING',
      say`Your invitation, sent ${day(invite.at)}, ${words}.`,
      invite.at,
    );
  }
  if (!link) return found('UNKNOWN', say`No login link of yours in the last ${windowDays} days.`);
  const [state, words] = LINK_WORDS[link.state];
  return found(state, say`Your login link, sent ${day(link.at)}, ${words()}.`, link.at);
};

const lastHelperRequest: Rule = ({ helperRequest, lastLoginAt, windowDays }, { day }) => {
  if (!helperRequest)
    return found(
      'UNKNOWN',
      say`None from the client’s own browser in the last ${windowDays} days. ${NOT_COUNTED()}`,
    );
  const { asked, at } = helperRequest;
  const what = asked === 'LINK' ? say`a login link` : say`their username`;
  const came = lastLoginAt !== null && lastLoginAt >= at;
  const then = came ? say`and have logged in since` : say`and have not logged in since`;
  return found(
    came ? 'OK' : 'WARNING',
    say`They asked for ${what} ${day(at)}, ${then}. ${NOT_COUNTED()}`,
    at,
  );
};

const RULES: Record<Check['kind'], Rule> = {
  ACTIVE: active,
  REGISTERED: registered,
  EMAIL_DELIVERABLE: emailDeliverable,
  LINK_POLICY: linkPolicy,
  THROTTLED: throttled,
  FAILED_PASSWORDS: failedPasswords,
  LAST_LINK: lastLink,
  LAST_HELPER_REQUEST: lastHelperRequest,
};

const WORST_FIRST: Check['state'][] = ['PROBLEM', 'WARNING', 'UNKNOWN', 'OK'];

/** Every check, worst first; equals in the order of the list above. */
export function checkEach(facts: LoginHelpFacts, calendar: Calendar): Check[] {
  const checks = (Object.keys(RULES) as Check['kind'][]).map((kind) => ({
    kind,
    ...RULES[kind](facts, calendar),
  }));
  return WORST_FIRST.flatMap((state) => checks.filter((check) => check.state === state));
}
