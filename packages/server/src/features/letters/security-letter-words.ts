import { button, words, type Letter } from '../../platform/mail/letter.ts';
import { say } from '../../platform/language/say.ts';
import type { Policy, SecurityLetterJob } from '../accounts/index.ts';

export const SUBJECTS: Record<SecurityLetterJob['kind'], () => string> = {
  NEW_BROWSER: () => say().securityLetters.aNewLoginToYourAccount,
  PASSWORD_CHANGED: () => say().securityLetters.yourPasswordWasChanged,
  USERNAME_CHANGED: () => say().securityLetters.yourUsernameWasChanged,
  NAME_CHANGED: () => say().securityLetters.yourNameWasChangedByYourCoach,
  LINK_POLICY_CHANGED: () => say().securityLetters.whatLoginLinksMayDoWasChanged,
  LINK_OPENED_BY_COACH: () => say().securityLetters.yourLoginLinkWasOpened,
  INVITE_OPENED_BY_COACH: () => say().securityLetters.yourInvitationWasOpenedByYourCoach,
  EMAIL_CHANGE_STOPPED: () => say().securityLetters.theChangeOfYourEmailAddress,
  FRESH_START_CANCELLED: () => say().securityLetters.theFreshStartOfYourAccount,
  ACCOUNT_ENDED: () => say().securityLetters.yourAccountWillBeDeleted,
  API_TOKEN_CREATED: () => say().securityLetters.anApiTokenWasMade,
  API_TOKEN_REVOKED: () => say().securityLetters.anApiTokenOfYourAccount,
  PASSKEY_ADDED: () => say().securityLetters.aPasskeyWasAddedToYourAccount,
  PASSKEY_REMOVED: () => say().securityLetters.aPasskeyWasRemovedFromYourAccount,
  PASSKEY_COPIED: () => say().securityLetters.aCopyOfYourPasskeyWasRefused,
  SECOND_STEP_ADDED: () => say().securityLetters.yourLoginsNowTakeASecondStep,
  SECOND_STEP_REMOVED: () => say().securityLetters.yourSecondStepWasRemoved,
  RECOVERY_CODES_MADE: () => say().securityLetters.newRecoveryCodesForYourAccount,
  RECOVERY_CODE_USED: () => say().securityLetters.aRecoveryCodeOfYoursWasUsed,
};

/** What these letters tell of. */
interface Facts {
  when: string;
  device: string;
  username: string;
  /** With NAME_CHANGED: the new name in words, where it looks like one. */
  newName: string;
  tokenName: string;
  passkeyName: string;
  helpUrl: string;
  /** Whom to tell. */
  confidant: string;
  policy: Policy;
  /** With ACCOUNT_ENDED: until when it can be looked at. */
  until: string;
  supportEmail: string;
}

const POLICIES: Record<Policy, () => string> = {
  ALLOWED: () => say().securityLetters.fromNowOnALoginLinkAlone,
  PASSWORD_TOO: () => say().securityLetters.fromNowOnALoginLinkLogs,
  NEVER: () => say().securityLetters.fromNowOnNoLoginLinks,
};

export const PARAGRAPHS: Record<SecurityLetterJob['kind'], (facts: Facts) => Letter['paragraphs']> = {
  NEW_BROWSER: ({ when, device, helpUrl }) => [
    words(say().securityLetters.somebodyLoggedInToYourAccount({ device, when })),
    words(say().loginLetters.wasItYouThenThereIsNothing),
    words(say().securityLetters.wasItNotYouHaveAFresh),
    button(say().securityLetters.getALoginLink, helpUrl),
  ],
  PASSWORD_CHANGED: ({ when, device, helpUrl, confidant }) => [
    words(say().securityLetters.thePasswordOfYourAccountWasChanged({ device, when })),
    words(say().loginLetters.wasItYouThenThereIsNothing),
    words(say().securityLetters.wasItNotYouHaveALogin({ confidant })),
    button(say().securityLetters.getALoginLink, helpUrl),
  ],
  USERNAME_CHANGED: ({ when, device, username, helpUrl, confidant }) => [
    words(say().securityLetters.theUsernameOfYourAccountWasChanged({ device, when, username })),
    words(say().loginLetters.wasItYouThenThereIsNothing),
    words(say().securityLetters.wasItNotYouHaveALogin({ confidant })),
    button(say().securityLetters.getALoginLink, helpUrl),
  ],
  NAME_CHANGED: ({ when, newName }) => [
    words(
      say().securityLetters.yourCoachChangedTheName({ when }),
      newName
        ? say().securityLetters.itNowReads({ newName })
        : say().securityLetters.whatStandsThereNowDoesNotLook,
    ),
    words(say().securityLetters.isThatRightThenThereIsNothing),
    words(say().securityLetters.isItNotYouCanChange),
  ],
  LINK_POLICY_CHANGED: ({ when, device, helpUrl, confidant, policy }) => [
    words(say().securityLetters.whatLoginLinksMay({ device, when, policie: POLICIES[policy]() })),
    words(say().securityLetters.wasItYouThenThereIsNothing),
    words(
      policy === 'NEVER'
        ? say().securityLetters.wasItNotYouLogInSet({ confidant })
        : say().securityLetters.wasItNotYouHaveALoginLink({ confidant }),
    ),
    ...(policy === 'NEVER' ? [] : [button(say().securityLetters.getALoginLink, helpUrl)]),
  ],
  PASSKEY_ADDED: ({ when, device, helpUrl }) => [
    words(say().securityLetters.aPasskeyWasAddedToYourAccountIt({ device, when })),
    words(say().loginLetters.wasItYouThenThereIsNothing),
    words(say().securityLetters.wasItNotYouHaveALoginLinkMailed),
    button(say().securityLetters.getALoginLink, helpUrl),
  ],
  PASSKEY_REMOVED: ({ when, device, helpUrl }) => [
    words(say().securityLetters.aPasskeyWasRemovedFromYourAccountIt({ device, when })),
    words(say().securityLetters.wasItNotYouHaveALoginLinkMailedTo),
    button(say().securityLetters.getALoginLink, helpUrl),
  ],
  PASSKEY_COPIED: ({ when, device, passkeyName, confidant }) => [
    words(say().securityLetters.aLoginWithYourPasskeyWasRefused({ passkeyName, device, when })),
    words(say().securityLetters.removeThisPasskeyOnMyAccountWhoever),
    words(say().securityLetters.doYouNotKnowHowACopy({ confidant })),
  ],
  SECOND_STEP_ADDED: ({ when, device }) => [
    words(say().securityLetters.anAuthenticatorAppWasAdded({ device, when })),
    words(say().securityLetters.keepTheRecoveryCodesWhereYouFind),
    words(say().securityLetters.wasItNotYouWrite),
  ],
  SECOND_STEP_REMOVED: ({ when, device, helpUrl }) => [
    words(say().securityLetters.theSecondStepOfYourAccount({ device, when })),
    words(say().securityLetters.wasItNotYouHaveALoginLinkMailedToYou),
    button(say().securityLetters.getALoginLink, helpUrl),
  ],
  RECOVERY_CODES_MADE: ({ when, device, helpUrl }) => [
    words(say().securityLetters.newRecoveryCodesWereMade({ device, when })),
    words(say().securityLetters.wasItNotYouHaveALoginLinkMailedToYouAnd),
    button(say().securityLetters.getALoginLink, helpUrl),
  ],
  RECOVERY_CODE_USED: ({ when, device, helpUrl }) => [
    words(say().securityLetters.aRecoveryCodeWasUsed({ device, when })),
    words(say().securityLetters.runningLowMyAccountMakesYouNew),
    words(say().securityLetters.wasItNotYouHaveALoginLinkMailedToYouSet),
    button(say().securityLetters.getALoginLink, helpUrl),
  ],
  LINK_OPENED_BY_COACH: ({ when, device }) => [
    words(say().securityLetters.aLoginLinkOfYoursWasOpened({ device, when })),
    words(say().securityLetters.aLoginLinkIsYoursAloneIf),
  ],
  INVITE_OPENED_BY_COACH: ({ when, device }) => [
    words(say().securityLetters.yourInvitationWasOpenedWhileACoach({ device, when })),
    words(say().securityLetters.anInvitationIsYoursAloneWhoeverAccepts),
  ],
  EMAIL_CHANGE_STOPPED: ({ when, helpUrl }) => [
    words(say().securityLetters.theChangeOfYourEmailAddressWas({ when })),
    words(say().securityLetters.didYouAskForThatChangeYourself),
    button(say().securityLetters.getALoginLink, helpUrl),
  ],
  FRESH_START_CANCELLED: ({ when, helpUrl }) => [
    words(say().securityLetters.theFreshStartThatWasAsked({ when })),
    words(say().securityLetters.aLoginARightPasswordTheLink),
    button(say().securityLetters.getALoginLink, helpUrl),
  ],
  ACCOUNT_ENDED: ({ until, username, helpUrl, supportEmail }) => [
    words(say().securityLetters.yourCoachHasEndedYourAccountAll({ until })),
    words(say().securityLetters.untilThenYouCanLog({ username })),
    button(say().securityLetters.getALoginLink, helpUrl),
    words(say().securityLetters.isThisAMistakeWriteToUntil({ supportEmail })),
  ],
  API_TOKEN_CREATED: ({ when, device, tokenName, helpUrl }) => [
    words(say().securityLetters.anApiTokenNamedWasMade({ tokenName, device, when })),
    words(say().securityLetters.wasItYouThenThereIsNothingTo),
    words(say().securityLetters.wasItNotYouHaveALoginLinkMailedToYouSetA),
    button(say().securityLetters.getALoginLink, helpUrl),
  ],
  API_TOKEN_REVOKED: ({ when, device, tokenName, helpUrl }) => [
    words(say().securityLetters.theApiTokenNamedWasRevokedPrograms({ tokenName, device, when })),
    words(say().securityLetters.wasItNotYouHaveALoginLinkMailedToYouAndSet),
    button(say().securityLetters.getALoginLink, helpUrl),
  ],
};
