import type { SentLinkState } from '../state/index.ts';
import type { Calendar, LoginHelpFacts } from './login-help-facts.ts';
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

const NOT_COUNTED = () => say().loginHelpReport.otherTriesAreNotCountedHere;

const found = (state: Check['state'], detail: string, since: Date | null = null): Found => ({
  state,
  detail,
  since,
});

const active: Rule = (facts, { day }) => {
  const { status, mayLogInWhileInactive, deactivatedAt, deleteAt } = facts;
  if (status === 'ACTIVE') return found('OK', say().loginHelpReport.active);
  const since = deactivatedAt ? ` ${day(deactivatedAt)}` : '';
  if (deleteAt)
    return found(
      'PROBLEM',
      say().loginHelpReport.deactivatedWillBeDeleted({ since, day: day(deleteAt) }),
      deactivatedAt,
    );
  return mayLogInWhileInactive
    ? found('WARNING', say().loginHelpReport.deactivatedButMayLogInAndLook({ since }), deactivatedAt)
    : found('PROBLEM', say().loginHelpReport.deactivatedNoLoginOfAnyKindWorks({ since }), deactivatedAt);
};

const registered: Rule = ({ registeredAt, lastLoginAt, freshStart }, { day }) => {
  if (!registeredAt) return found('PROBLEM', say().loginHelpReport.hasNotComeInYetThere);
  const last = lastLoginAt ? say().loginHelpReport.lastLogin({ day: day(lastLoginAt) }) : '';
  if (freshStart) {
    const when = freshStart.at ? day(freshStart.at) : say().loginHelpReport.aWeekAfterItsNoticeHasGone;
    return found('WARNING', say().loginHelpReport.aFreshStartTakesEffectUnlessStopped({ when, last }));
  }
  return found('OK', say().loginHelpReport.hasComeInBefore({ last }), registeredAt);
};

const emailDeliverable: Rule = ({ email, emailState, proposedEmail }) => {
  const pending = proposedEmail ? say().loginHelpReport.waitsForTheClientsOwnYes({ proposedEmail }) : '';
  if (emailState === 'BOUNCED')
    return found('PROBLEM', say().loginHelpReport.mailToComesBack({ email, pending }));
  if (emailState === 'COMPLAINED')
    return found('PROBLEM', say().loginHelpReport.aMailToWasMarkedAsSpam({ email, pending }));
  if (proposedEmail) return found('WARNING', say().loginHelpReport.mailStillGoesTo({ email, pending }));
  if (emailState === 'DELIVERED') return found('OK', say().loginHelpReport.mailArrivesAt({ email }));
  return found('UNKNOWN', say().loginHelpReport.nothingHasBeenHeardOfMail({ email }));
};

const linkPolicy: Rule = ({ linkPolicy: policy }) => {
  if (policy === 'NEVER') return found('WARNING', say().loginHelpReport.theClientHasTurnedLoginLinksOff);
  if (policy === 'PASSWORD_TOO') return found('WARNING', say().loginHelpReport.theClientsLoginLinksAsk);
  return found('OK', say().loginHelpReport.loginLinksAreAllowed);
};

const throttled: Rule = ({ isThrottled, breakMinutes }) =>
  isThrottled
    ? found('WARNING', say().loginHelpReport.manyWrongPasswordsInAShortTime({ breakMinutes }))
    : found('OK', say().loginHelpReport.theClientDoesNotHaveToWait);

const failedPasswords: Rule = ({ failedPasswords: failed }, { day }) => {
  if (!failed) return found('OK', say().loginHelpReport.noneSinceTheLastLogin({ notCounted: NOT_COUNTED() }));
  const { count, since } = failed;
  const words = say().loginHelpReport.wrongPasswords({ count });
  const from =
    count === 1 ? day(since) : say().loginHelpReport.since({ day: day(since).replace(/^on /, '') });
  return found(
    'WARNING',
    say().loginHelpReport.inTheClientsOwnBrowser({ words, from, notCounted: NOT_COUNTED() }),
    since,
  );
};

const LINK_WORDS: Record<SentLinkState, [Check['state'], () => string]> = {
  ON_ITS_WAY: ['OK', () => say().loginHelpReport.isOnItsWayOut],
  NOT_DELIVERED: ['PROBLEM', () => say().loginHelpReport.didNotArrive],
  LIVE: ['OK', () => say().loginHelpReport.hasNotBeenUsedYetAndStill],
  USED: ['OK', () => say().loginHelpReport.wasUsed],
  RUN_OUT: ['WARNING', () => say().loginHelpReport.endedWithoutHavingBeenUsed],
  REVOKED: ['WARNING', () => say().loginHelpReport.wasMadeUseless],
};

const lastLink: Rule = ({ registeredAt, invite, link, windowDays }, { day }) => {
  if (!registeredAt) {
    if (!invite) return found('UNKNOWN', say().loginHelpReport.youHaveNotMailedAnInvitation);
    const words = invite.isLive
      ? say().loginHelpReport.hasNotBeenAcceptedYetAndStill
      : say().loginHelpReport.endedWithoutBeingAccepted;
    return found(
      invite.isLive ? 'OK' : 'WARNING',
      say().loginHelpReport.yourInvitationSent({ day: day(invite.at), words }),
      invite.at,
    );
  }
  if (!link) return found('UNKNOWN', say().loginHelpReport.noLoginLinkOfYours({ windowDays }));
  const [state, words] = LINK_WORDS[link.state];
  return found(
    state,
    say().loginHelpReport.yourLoginLinkSent({ day: day(link.at), words: words() }),
    link.at,
  );
};

const lastHelperRequest: Rule = ({ helperRequest, lastLoginAt, windowDays }, { day }) => {
  if (!helperRequest)
    return found(
      'UNKNOWN',
      say().loginHelpReport.noneFromTheClientsOwnBrowser({ windowDays, notCounted: NOT_COUNTED() }),
    );
  const { asked, at } = helperRequest;
  const what = asked === 'LINK' ? say().loginHelpReport.aLoginLink : say().loginHelpReport.theirUsername;
  const came = lastLoginAt !== null && lastLoginAt >= at;
  const then = came
    ? say().loginHelpReport.andHaveLoggedInSince
    : say().loginHelpReport.andHaveNotLoggedInSince;
  return found(
    came ? 'OK' : 'WARNING',
    say().loginHelpReport.theyAskedFor({ what, day: day(at), then, notCounted: NOT_COUNTED() }),
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
