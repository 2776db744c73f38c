import { greeting } from '../accounts/index.ts';
import { button, value, words, type Letter, type Paragraph } from '../../platform/mail/letter.ts';
import { currentLanguage, say } from '../../platform/language/say.ts';

/** What every letter about a change knows. Nowhere the username: the new address may be somebody else's. */
export interface ChangeFacts {
  firstName: string;
  practiceName: string;
  supportEmail: string;
  /** The coach who asked; null: the owner did. */
  coachName: string | null;
  oldEmail: string;
  newEmail: string;
  publicUrl: string;
}

function letter(facts: ChangeFacts, to: string, subject: string, paragraphs: Paragraph[]): Letter {
  const { practiceName, supportEmail } = facts;
  return {
    language: currentLanguage(),
    to,
    fromName: practiceName,
    writeTo: supportEmail,
    subject: `${practiceName}: ${subject}`,
    paragraphs: [words(greeting(facts)), ...paragraphs],
  };
}

/** To the new address. */
export function confirmLetter(facts: ChangeFacts, { url, until }: { url: string; until: string }): Letter {
  const { coachName, practiceName } = facts;
  const asked = coachName
    ? say`${coachName} proposes this address for your account at ${practiceName}.`
    : say`you asked to use this address for your account at ${practiceName}.`;
  return letter(facts, facts.newEmail, say`confirm your new email address`, [
    words(say`${asked} It counts once you have confirmed it.`),
    button(say`Confirm this address`, url),
    words(
      say`The page asks you to log in as you do now; this mail alone logs nobody in. The link works until ${until}. Until you have confirmed, login links go to the address you have had so far.`,
    ),
    words(say`Do you not know what this is about? Then nothing happens if you do nothing.`),
  ]);
}

/** To the old address, with the way to stop it. */
export function emailNotice(facts: ChangeFacts, { url }: { url: string }): Letter {
  const { coachName, newEmail } = facts;
  const asked = coachName
    ? say`${coachName} proposes another email address for your account.`
    : say`a new email address was asked for in your account, by somebody who was logged in as you.`;
  const subject = coachName
    ? say`a new email address is proposed for you`
    : say`a new email address was asked for`;
  return letter(facts, facts.oldEmail, subject, [
    words(asked),
    value(say`The new address`, newEmail),
    words(
      say`Nothing has changed yet: it counts once you confirm it, logged in as yourself, by the link that we sent to the new address. Until then login links come here.`,
    ),
    words(
      coachName
        ? say`Is that address not yours, or did you not agree on it? Then stop it. You need not log in.`
        : say`Was it not you? Then stop it, which needs no login, and after that have a login link mailed to you and set a new password.`,
    ),
    button(say`Stop this change`, url),
  ]);
}

/** To the old address, once the new one counts. */
export function emailChangedLetter(facts: ChangeFacts, { when }: { when: string }): Letter {
  const { newEmail, supportEmail } = facts;
  return letter(facts, facts.oldEmail, say`your email address was changed`, [
    words(
      say`The email address of your account was changed: ${when}. From now on everything goes to the new one, and login links that were mailed here no longer work.`,
    ),
    value(say`The new address`, newEmail),
    words(say`Was it you? Then there is nothing to do.`),
    words(say`Was it not you? Then somebody else was logged in as you. Write at once to ${supportEmail}`),
  ]);
}

interface FreshStartFacts {
  url: string;
  when: string;
  /** The second notice. */
  again: boolean;
}

/** To the old address, at once and again the day before. */
export function freshStartNotice(facts: ChangeFacts, { url, when, again }: FreshStartFacts): Letter {
  const { coachName, newEmail, practiceName, publicUrl } = facts;
  const subject = again ? say`your account starts over tomorrow` : say`your account is to start over`;
  return letter(facts, facts.oldEmail, subject, [
    words(
      say`${coachName ?? practiceName} asked for a fresh start of your account, because you can neither get mail at this address nor log in.`,
    ),
    words(
      say`If nobody stops it, this happens on ${when}: your username, your password and everything else that opens your account end, and an invitation to begin anew goes to another address:`,
    ),
    value(say`The other address`, newEmail),
    words(
      say`Do you read this, or can you log in? Then you need no fresh start. Stop it; you need not log in.`,
    ),
    button(say`Stop the fresh start`, url),
    words(say`Logging in stops it too: ${publicUrl}/login`),
  ]);
}

/** To the old address, once it has happened. */
export function freshStartDoneLetter(facts: ChangeFacts, { when }: { when: string }): Letter {
  const { newEmail, supportEmail } = facts;
  return letter(facts, facts.oldEmail, say`your account has started over`, [
    words(
      say`Your account has started over: ${when}. The username, the password and all login links of before no longer work, and an invitation went to the new address.`,
    ),
    value(say`The new address`, newEmail),
    words(say`Is that address not yours? Write at once to ${supportEmail}`),
  ]);
}
