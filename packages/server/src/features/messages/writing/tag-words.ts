import type { MagicTagName } from '@latchstring/message-language';
import { say } from '../../../platform/language/say.ts';

/** For the coach: what will stand in a tag's place. */
export const TAG_WORDS: Record<MagicTagName, () => string> = {
  loginLink: () => say().messages.theClientsPersonalLoginLinkNobodyElse,
  firstName: () => say().messages.theClientsFirstName,
  lastName: () => say().messages.theClientsLastName,
  clientName: () => say().messages.theClientsFirstAndLastName,
  coachName: () => say().messages.yourOwnName,
  practiceName: () => say().messages.yourPracticesName,
  date: () => say().messages.theDayTheMessageIsSent,
};
