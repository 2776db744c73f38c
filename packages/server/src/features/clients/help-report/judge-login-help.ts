import type { Calendar, LoginHelpFacts } from './login-help-facts.ts';
import type { LoginHelpAction } from './login-help.types.ts';
import { say } from '../../../platform/language/say.ts';

interface Judgement {
  /** One sentence, or two short ones: what keeps the client out, and what to do. */
  verdict: string;
  action: keyof typeof LoginHelpAction;
}

type Rule = (facts: LoginHelpFacts, calendar: Calendar) => Judgement | null;

const judged = (action: Judgement['action'], verdict: string): Judgement => ({ action, verdict });

// Somebody deactivated for so long is most likely after something to look up, not to go on.
const LONG_AGO_DAYS = 30;

// Who came in so lately most likely has no trouble.
const LATELY_DAYS = 1;

function cameLately({ lastLoginAt }: LoginHelpFacts, { daysAgo }: Calendar): boolean {
  return lastLoginAt !== null && daysAgo(lastLoginAt) <= LATELY_DAYS;
}

const deactivated: Rule = (facts, { day, daysAgo }) => {
  const { name, status, mayLogInWhileInactive, deleteAt, deactivatedAt } = facts;
  if (status === 'ACTIVE') return null;
  if (deleteAt)
    return judged(
      'REACTIVATE',
      say`${name} is deactivated and will be deleted ${day(deleteAt)}. Reactivating stops that and lets them in.`,
    );
  if (mayLogInWhileInactive) return null;
  if (deactivatedAt && daysAgo(deactivatedAt) > LONG_AGO_DAYS)
    return judged(
      'ALLOW_ACCESS',
      say`${name} was deactivated ${day(deactivatedAt)}, so no login works. Let them log in and look, or reactivate them.`,
    );
  return judged(
    'REACTIVATE',
    say`${name} is deactivated, so no login works. Reactivate them to let them in.`,
  );
};

const freshStart: Rule = ({ name, freshStart: waiting }, { day }) => {
  if (!waiting) return null;
  const when = waiting.at ? day(waiting.at) : say`a week after its notice has gone`;
  return judged(
    'WAIT',
    say`A fresh start for ${name} takes effect ${when}; then an invitation goes to the new address. Any login of theirs stops it.`,
  );
};

const notRegistered: Rule = ({ name, registeredAt, emailState, email, invite }, { day }) => {
  if (registeredAt) return null;
  if (emailState === 'BOUNCED' || emailState === 'COMPLAINED')
    return judged(
      'FIX_EMAIL',
      say`Mail to ${email} does not arrive, so ${name} has no invitation. Correct the address; an invitation can go out again then.`,
    );
  if (!invite)
    return judged(
      'RESEND_INVITE',
      say`${name} has no invitation that works. Mail one, and they can come in.`,
    );
  if (!invite.isLive)
    return judged(
      'RESEND_INVITE',
      say`The invitation you sent ${day(invite.at)} ended before ${name} accepted it. Mail a new one.`,
    );
  return judged(
    'RESEND_INVITE',
    say`${name} has not accepted the invitation you sent ${day(invite.at)}. Ask them to look in the spam folder, or mail it again.`,
  );
};

const addressTrouble: Rule = ({ name, email, emailState, proposedEmail }) => {
  if (proposedEmail)
    return judged(
      'CALL_THE_CLIENT',
      say`${proposedEmail} counts only once ${name} confirms it. Ask them to log in with username and password and to open the link in the mail to the new address.`,
    );
  if (emailState === 'BOUNCED')
    return judged(
      'FIX_EMAIL',
      say`Mail to ${email} comes back, so no login link reaches ${name}. Ask for an address that works.`,
    );
  if (emailState === 'COMPLAINED')
    return judged(
      'CALL_THE_CLIENT',
      say`${name} marked a mail as spam, so yours are held back. Ask them to use “Forgot your username or password?” on the login page: that lifts it.`,
    );
  return null;
};

/** Somebody who can only come in with the password: a link of the coach's would not help. */
const linksRefused: Rule = (facts, calendar) => {
  const { name, linkPolicy, isThrottled, breakMinutes, failedPasswords } = facts;
  if (linkPolicy === 'ALLOWED') return null;
  if (isThrottled)
    return judged(
      'WAIT',
      say`${name} typed many wrong passwords and has to take a break. In ${breakMinutes} minutes the login page looks at another one.`,
    );
  if (!failedPasswords && cameLately(facts, calendar)) return null;
  if (linkPolicy === 'NEVER')
    return judged(
      'CALL_THE_CLIENT',
      say`${name} has turned login links off, so only username and password let them in. Ask what they remember; the login page mails them a forgotten username.`,
    );
  return judged(
    'CALL_THE_CLIENT',
    say`${name}’s login links ask for the password as well, so a link alone does not let them in. Ask what they remember.`,
  );
};

const sentLink: Rule = ({ name, link, lastLoginAt }, { day }) => {
  if (!link || (lastLoginAt && lastLoginAt >= link.at)) return null;
  switch (link.state) {
    case 'ON_ITS_WAY':
      return judged('WAIT', say`Your login link for ${name} is on its way out. Give it a moment.`);
    case 'LIVE':
      return judged(
        'CALL_THE_CLIENT',
        say`${name} has a login link that works, sent ${day(link.at)}, and has not used it. Ask them to look for your mail, also in the spam folder.`,
      );
    case 'NOT_DELIVERED':
      return judged(
        'SEND_LOGIN_LINK',
        say`Your login link for ${name}, sent ${day(link.at)}, did not arrive. Send another one.`,
      );
    case 'RUN_OUT':
    case 'REVOKED':
      return judged(
        'SEND_LOGIN_LINK',
        say`Your login link for ${name}, sent ${day(link.at)}, no longer works. Send a fresh one.`,
      );
    case 'USED':
      return null;
  }
};

const tries: Rule = (facts, { day }) => {
  const { name, isThrottled, breakMinutes, failedPasswords, helperRequest, lastLoginAt } = facts;
  if (isThrottled)
    return judged(
      'SEND_LOGIN_LINK',
      say`${name} typed many wrong passwords and has to wait for ${breakMinutes} minutes. A login link lets them in at once.`,
    );
  if (helperRequest && !(lastLoginAt && lastLoginAt >= helperRequest.at))
    return judged(
      'SEND_LOGIN_LINK',
      say`${name} asked the login helper for a mail ${day(helperRequest.at)} and has not come in since. Ask them to look in the spam folder, or send a login link.`,
    );
  if (failedPasswords)
    return judged(
      'SEND_LOGIN_LINK',
      say`${name} has typed a wrong password since the last login, so it is most likely forgotten. Send a login link: it needs none.`,
    );
  return null;
};

const nothingFound: Rule = (facts, calendar) => {
  const { name, status, lastLoginAt } = facts;
  const { day } = calendar;
  const look = status === 'ACTIVE' ? '' : say` They can look, and change nothing.`;
  if (lastLoginAt && cameLately(facts, calendar))
    return judged('NONE', say`Nothing here keeps ${name} out: they logged in ${day(lastLoginAt)}.${look}`);
  return judged(
    'SEND_LOGIN_LINK',
    say`Nothing here keeps ${name} out, so username or password is most likely forgotten. Send a login link: it needs neither.${look}`,
  );
};

/** In this order: what keeps everybody out comes before what keeps out some, and facts before guesses. */
const RULES: Rule[] = [
  deactivated,
  freshStart,
  notRegistered,
  addressTrouble,
  linksRefused,
  sentLink,
  tries,
  nothingFound,
];

/** The verdict and the one thing to do. */
export function judgeLoginHelp(facts: LoginHelpFacts, calendar: Calendar): Judgement {
  for (const rule of RULES) {
    const judgement = rule(facts, calendar);
    if (judgement) return judgement;
  }
  throw new Error('No rule judged');
}
