import { button, words, type Letter } from '../../platform/mail/letter.ts';
import { say } from '../../platform/language/say.ts';
import type { Policy, SecurityLetterJob } from '../accounts/index.ts';

export const SUBJECTS: Record<SecurityLetterJob['kind'], () => string> = {
  NEW_BROWSER: () => say`a new login to your account`,
  PASSWORD_CHANGED: () => say`your password was changed`,
  USERNAME_CHANGED: () => say`your username was changed`,
  NAME_CHANGED: () => say`your name was changed by your coach`,
  LINK_POLICY_CHANGED: () => say`what login links may do was changed`,
  LINK_OPENED_BY_COACH: () => say`your login link was opened by your coach`,
  INVITE_OPENED_BY_COACH: () => say`your invitation was opened by your coach`,
  EMAIL_CHANGE_STOPPED: () => say`the change of your email address was stopped`,
  FRESH_START_CANCELLED: () => say`the fresh start of your account was stopped`,
  ACCOUNT_ENDED: () => say`your account will be deleted`,
  API_TOKEN_CREATED: () => say`an API token was made for your account`,
  API_TOKEN_REVOKED: () => say`an API token of your account was revoked`,
  PASSKEY_ADDED: () => say`a passkey was added to your account`,
  PASSKEY_REMOVED: () => say`a passkey was removed from your account`,
  PASSKEY_COPIED: () => say`a copy of your passkey was refused`,
  SECOND_STEP_ADDED: () => say`your logins now take a second step`,
  SECOND_STEP_REMOVED: () => say`your second step was removed`,
  RECOVERY_CODES_MADE: () => say`new recovery codes for your account`,
  RECOVERY_CODE_USED: () => say`a recovery code of yours was used`,
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
  ALLOWED: () => say`From now on a login link alone logs you in.`,
  PASSWORD_TOO: () =>
    say`From now on a login link logs you in only together with your password, and no login codes are made.`,
  NEVER: () =>
    say`From now on no login links and codes are made for you, and those that were on their way have ended.`,
};

export const PARAGRAPHS: Record<SecurityLetterJob['kind'], (facts: Facts) => Letter['paragraphs']> = {
  NEW_BROWSER: ({ when, device, helpUrl }) => [
    words(
      say`Somebody logged in to your account with a login link, a code or a passkey, from a browser that had not been used before: ${device}, ${when}.`,
    ),
    words(say`Was it you? Then there is nothing to do.`),
    words(
      say`Was it not you? Have a fresh login link mailed to you, set a new password with it, and every other session ends.`,
    ),
    button(say`Get a login link`, helpUrl),
  ],
  PASSWORD_CHANGED: ({ when, device, helpUrl, confidant }) => [
    words(
      say`The password of your account was changed: ${device}, ${when}. All other sessions and login links have ended.`,
    ),
    words(say`Was it you? Then there is nothing to do.`),
    words(
      say`Was it not you? Have a login link mailed to you and set a new password at once, then tell ${confidant}.`,
    ),
    button(say`Get a login link`, helpUrl),
  ],
  USERNAME_CHANGED: ({ when, device, username, helpUrl, confidant }) => [
    words(
      say`The username of your account was changed: ${device}, ${when}. From now on you log in as ${username}.`,
    ),
    words(say`Was it you? Then there is nothing to do.`),
    words(
      say`Was it not you? Have a login link mailed to you and set a new password at once, then tell ${confidant}.`,
    ),
    button(say`Get a login link`, helpUrl),
  ],
  NAME_CHANGED: ({ when, newName }) => [
    words(
      say`Your coach changed the name on your account: ${when}.`,
      newName
        ? say`It now reads: ${newName}.`
        : say`What stands there now does not look like a name, so this letter leaves it out: My Account shows it.`,
    ),
    words(say`Is that right? Then there is nothing to do.`),
    words(say`Is it not? You can change it back on My Account. If in doubt, ask your coach why.`),
  ],
  LINK_POLICY_CHANGED: ({ when, device, helpUrl, confidant, policy }) => [
    words(
      say`What login links may do for your account was changed: ${device}, ${when}. ${POLICIES[policy]()}`,
    ),
    words(say`Was it you? Then there is nothing to do. You can change it back on My Account.`),
    words(
      policy === 'NEVER'
        ? say`Was it not you? Log in, set a new password at once, and tell ${confidant}.`
        : say`Was it not you? Have a login link mailed to you, set a new password at once, and tell ${confidant}.`,
    ),
    ...(policy === 'NEVER' ? [] : [button(say`Get a login link`, helpUrl)]),
  ],
  PASSKEY_ADDED: ({ when, device, helpUrl }) => [
    words(
      say`A passkey was added to your account: ${device}, ${when}. It logs in without username and password.`,
    ),
    words(say`Was it you? Then there is nothing to do.`),
    words(
      say`Was it not you? Have a login link mailed to you and set a new password with it: unless you keep them, that ends all passkeys and every other session.`,
    ),
    button(say`Get a login link`, helpUrl),
  ],
  PASSKEY_REMOVED: ({ when, device, helpUrl }) => [
    words(say`A passkey was removed from your account: ${device}, ${when}. It does not log in any more.`),
    words(
      say`Was it not you? Have a login link mailed to you and set a new password at once, then tell your coach.`,
    ),
    button(say`Get a login link`, helpUrl),
  ],
  PASSKEY_COPIED: ({ when, device, passkeyName, confidant }) => [
    words(
      say`A login with your passkey “${passkeyName}” was refused: ${device}, ${when}. What came did not come from the device that keeps it, but most likely from a copy of it.`,
    ),
    words(
      say`Remove this passkey on My Account, whoever it was, and add a new one. Until then neither the copy nor the device may get in with it.`,
    ),
    words(say`Do you not know how a copy could be made? Then set a new password too, and tell ${confidant}.`),
  ],
  SECOND_STEP_ADDED: ({ when, device }) => [
    words(
      say`An authenticator app was added to your account: ${device}, ${when}. From now on your password, a login link or a code also takes its six digits.`,
    ),
    words(say`Keep the recovery codes where you find them without your phone: each of them stands in once.`),
    words(say`Was it not you? Write to your support address at once: whoever did this was logged in as you.`),
  ],
  SECOND_STEP_REMOVED: ({ when, device, helpUrl }) => [
    words(
      say`The second step of your account was removed: ${device}, ${when}. Its recovery codes do not work any more.`,
    ),
    words(
      say`Was it not you? Have a login link mailed to you and set a new password at once, then write to your support address.`,
    ),
    button(say`Get a login link`, helpUrl),
  ],
  RECOVERY_CODES_MADE: ({ when, device, helpUrl }) => [
    words(
      say`New recovery codes were made for your account: ${device}, ${when}. The ones you had before do not work any more.`,
    ),
    words(say`Was it not you? Have a login link mailed to you and set a new password at once.`),
    button(say`Get a login link`, helpUrl),
  ],
  RECOVERY_CODE_USED: ({ when, device, helpUrl }) => [
    words(
      say`A recovery code was used as the second step of a login to your account: ${device}, ${when}. It works no second time.`,
    ),
    words(say`Running low? My Account makes you new ones.`),
    words(
      say`Was it not you? Have a login link mailed to you, set a new password at once, and make new recovery codes.`,
    ),
    button(say`Get a login link`, helpUrl),
  ],
  LINK_OPENED_BY_COACH: ({ when, device }) => [
    words(
      say`A login link of yours was opened while your coach was logged in in that browser: ${device}, ${when}. It was not used, and it can not be used there.`,
    ),
    words(
      say`A login link is yours alone. If you passed it on, do not do so again: your coach can send you a message instead.`,
    ),
  ],
  INVITE_OPENED_BY_COACH: ({ when, device }) => [
    words(
      say`Your invitation was opened while a coach was logged in in that browser: ${device}, ${when}. It was not used, and it can not be used there: it is good for you still.`,
    ),
    words(
      say`An invitation is yours alone: whoever accepts it gets into your account. If you passed it on, do not do so again.`,
    ),
  ],
  EMAIL_CHANGE_STOPPED: ({ when, helpUrl }) => [
    words(
      say`The change of your email address was stopped by the link in our letter: ${when}. This address stays the one on file.`,
    ),
    words(
      say`Did you ask for that change yourself? Then ask again on My Account. If you can not get in, have a login link mailed to you.`,
    ),
    button(say`Get a login link`, helpUrl),
  ],
  FRESH_START_CANCELLED: ({ when, helpUrl }) => [
    words(
      say`The fresh start that was asked for is off: ${when}. Nothing has changed: your username, your password and this address are good as before.`,
    ),
    words(
      say`A login, a right password, the link in our letters or your coach stops it. If you can not get in, have a login link mailed to you.`,
    ),
    button(say`Get a login link`, helpUrl),
  ],
  ACCOUNT_ENDED: ({ until, username, helpUrl, supportEmail }) => [
    words(
      say`Your coach has ended your account. All that is kept about you will be deleted for good on ${until}.`,
    ),
    words(
      say`Until then you can log in as ${username} and look. On My Account, "Download my data" gives you all of it as a file.`,
    ),
    button(say`Get a login link`, helpUrl),
    words(say`Is this a mistake? Write to ${supportEmail}: until then it can be undone.`),
  ],
  API_TOKEN_CREATED: ({ when, device, tokenName, helpUrl }) => [
    words(
      say`An API token named “${tokenName}” was made for your account: ${device}, ${when}. Whoever has it can use your account from a program, as far as the token goes.`,
    ),
    words(say`Was it you? Then there is nothing to do. You can end it on My Account at any time.`),
    words(
      say`Was it not you? Have a login link mailed to you, set a new password with it, and the token ends along with every other session.`,
    ),
    button(say`Get a login link`, helpUrl),
  ],
  API_TOKEN_REVOKED: ({ when, device, tokenName, helpUrl }) => [
    words(
      say`The API token named “${tokenName}” was revoked: ${device}, ${when}. Programs that use it are refused from now on.`,
    ),
    words(
      say`Was it not you? Have a login link mailed to you and set a new password with it: somebody else is in your account.`,
    ),
    button(say`Get a login link`, helpUrl),
  ],
};
