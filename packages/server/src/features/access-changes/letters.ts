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
    ? say().loginLetters.proposesThisAddressForYourAccountAt({ coachName, practiceName })
    : say().loginLetters.youAskedToUseThisAddress({ practiceName });
  return letter(facts, facts.newEmail, say().loginLetters.confirmYourNewEmailAddress, [
    words(say().loginLetters.itCountsOnceYouHaveConfirmedIt({ asked })),
    button(say().loginLetters.confirmThisAddress, url),
    words(say().loginLetters.thePageAsksYouToLog({ until })),
    words(say().loginLetters.doYouNotKnowWhat),
  ]);
}

/** To the old address, with the way to stop it. */
export function emailNotice(facts: ChangeFacts, { url }: { url: string }): Letter {
  const { coachName, newEmail } = facts;
  const asked = coachName
    ? say().loginLetters.proposesAnotherEmailAddressForYourAccount({ coachName })
    : say().loginLetters.aNewEmailAddressWasAsked;
  const subject = coachName
    ? say().loginLetters.aNewEmailAddressIsProposed
    : say().loginLetters.aNewEmailAddressWasAskedFor;
  return letter(facts, facts.oldEmail, subject, [
    words(asked),
    value(say().loginLetters.theNewAddress, newEmail),
    words(say().loginLetters.nothingHasChangedYetItCountsOnce),
    words(coachName ? say().loginLetters.isThatAddressNotYoursOrDid : say().loginLetters.wasItNotYouThenStop),
    button(say().loginLetters.stopThisChange, url),
  ]);
}

/** To the old address, once the new one counts. */
export function emailChangedLetter(facts: ChangeFacts, { when }: { when: string }): Letter {
  const { newEmail, supportEmail } = facts;
  return letter(facts, facts.oldEmail, say().loginLetters.yourEmailAddressWasChanged, [
    words(say().loginLetters.theEmailAddressOfYourAccount({ when })),
    value(say().loginLetters.theNewAddress, newEmail),
    words(say().loginLetters.wasItYouThenThereIsNothing),
    words(say().loginLetters.wasItNotYouThenSomebodyElse({ supportEmail })),
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
  const subject = again
    ? say().loginLetters.yourAccountStartsOverTomorrow
    : say().loginLetters.yourAccountIsToStartOver;
  return letter(facts, facts.oldEmail, subject, [
    words(say().loginLetters.askedForAFreshStart({ coachName: coachName ?? practiceName })),
    words(say().loginLetters.ifNobodyStopsItThisHappens({ when })),
    value(say().loginLetters.theOtherAddress, newEmail),
    words(say().loginLetters.doYouReadThisOrCan),
    button(say().loginLetters.stopTheFreshStart, url),
    words(say().loginLetters.loggingInStopsItTooLogin({ publicUrl })),
  ]);
}

/** To the old address, once it has happened. */
export function freshStartDoneLetter(facts: ChangeFacts, { when }: { when: string }): Letter {
  const { newEmail, supportEmail } = facts;
  return letter(facts, facts.oldEmail, say().loginLetters.yourAccountHasStartedOver, [
    words(say().loginLetters.yourAccountHasStartedOverTheUsername({ when })),
    value(say().loginLetters.theNewAddress, newEmail),
    words(say().loginLetters.isThatAddressNotYoursWrite({ supportEmail })),
  ]);
}
