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
      say().loginHelpReport.isDeactivatedAndWillBeDeletedReactivating({ name, day: day(deleteAt) }),
    );
  if (mayLogInWhileInactive) return null;
  if (deactivatedAt && daysAgo(deactivatedAt) > LONG_AGO_DAYS)
    return judged(
      'ALLOW_ACCESS',
      say().loginHelpReport.wasDeactivatedSoNoLoginWorksLet({ name, day: day(deactivatedAt) }),
    );
  return judged('REACTIVATE', say().loginHelpReport.isDeactivatedSoNoLoginWorksReactivate({ name }));
};

const freshStart: Rule = ({ name, freshStart: waiting }, { day }) => {
  if (!waiting) return null;
  const when = waiting.at ? day(waiting.at) : say().loginHelpReport.aWeekAfterItsNoticeHasGone;
  return judged('WAIT', say().loginHelpReport.aFreshStartForTakesEffectThen({ name, when }));
};

const notRegistered: Rule = ({ name, registeredAt, emailState, email, invite }, { day }) => {
  if (registeredAt) return null;
  if (emailState === 'BOUNCED' || emailState === 'COMPLAINED')
    return judged('FIX_EMAIL', say().loginHelpReport.mailToDoesNotArrive({ email, name }));
  if (!invite) return judged('RESEND_INVITE', say().loginHelpReport.hasNotBeenInvitedYet({ name }));
  if (!invite.isLive)
    return judged(
      'RESEND_INVITE',
      say().loginHelpReport.theInvitationYouSentEndedBeforeAccepted({ day: day(invite.at), name }),
    );
  return judged(
    'RESEND_INVITE',
    say().loginHelpReport.hasNotAcceptedTheInvitationYouSent({ name, day: day(invite.at) }),
  );
};

const addressTrouble: Rule = ({ name, email, emailState, proposedEmail }) => {
  if (proposedEmail)
    return judged(
      'CALL_THE_CLIENT',
      say().loginHelpReport.countsOnlyOnceConfirmsItAskThem({ proposedEmail, name }),
    );
  if (emailState === 'BOUNCED')
    return judged('FIX_EMAIL', say().loginHelpReport.mailToComesBackSoNoLogin({ email, name }));
  if (emailState === 'COMPLAINED')
    return judged('CALL_THE_CLIENT', say().loginHelpReport.markedAMailAsSpamSoYours({ name }));
  return null;
};

/** Somebody who can only come in with the password: a link of the coach's would not help. */
const linksRefused: Rule = (facts, calendar) => {
  const { name, linkPolicy, isThrottled, breakMinutes, failedPasswords } = facts;
  if (linkPolicy === 'ALLOWED') return null;
  if (isThrottled)
    return judged('WAIT', say().loginHelpReport.typedManyWrongPasswords({ name, breakMinutes }));
  if (!failedPasswords && cameLately(facts, calendar)) return null;
  if (linkPolicy === 'NEVER')
    return judged('CALL_THE_CLIENT', say().loginHelpReport.hasTurnedLoginLinksOffSoOnly({ name }));
  return judged('CALL_THE_CLIENT', say().loginHelpReport.sLoginLinksAskForThePassword({ name }));
};

const sentLink: Rule = ({ name, link, lastLoginAt }, { day }) => {
  if (!link || (lastLoginAt && lastLoginAt >= link.at)) return null;
  switch (link.state) {
    case 'ON_ITS_WAY':
      return judged('WAIT', say().loginHelpReport.yourLoginLink({ name }));
    case 'LIVE':
      return judged(
        'CALL_THE_CLIENT',
        say().loginHelpReport.hasALoginLinkThatWorksSent({ name, day: day(link.at) }),
      );
    case 'NOT_DELIVERED':
      return judged(
        'SEND_LOGIN_LINK',
        say().loginHelpReport.yourLoginLinkForSentDid({ name, day: day(link.at) }),
      );
    case 'RUN_OUT':
    case 'REVOKED':
      return judged(
        'SEND_LOGIN_LINK',
        say().loginHelpReport.yourLoginLinkForSentNoLonger({ name, day: day(link.at) }),
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
      say().loginHelpReport.typedManyWrongPasswordsAnd({ name, breakMinutes }),
    );
  if (helperRequest && !(lastLoginAt && lastLoginAt >= helperRequest.at))
    return judged(
      'SEND_LOGIN_LINK',
      say().loginHelpReport.askedTheLoginHelperForAMail({ name, day: day(helperRequest.at) }),
    );
  if (failedPasswords)
    return judged('SEND_LOGIN_LINK', say().loginHelpReport.hasTypedAWrongPasswordSince({ name }));
  return null;
};

const nothingFound: Rule = (facts, calendar) => {
  const { name, status, lastLoginAt } = facts;
  const { day } = calendar;
  const look = status === 'ACTIVE' ? '' : say().loginHelpReport.theyCanLookAndChangeNothing;
  if (lastLoginAt && cameLately(facts, calendar))
    return judged(
      'NONE',
      say().loginHelpReport.nothingHereKeepsOutTheyLoggedIn({ name, day: day(lastLoginAt), look }),
    );
  return judged('SEND_LOGIN_LINK', say().loginHelpReport.nothingHereKeepsOutSoUsername({ name, look }));
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
