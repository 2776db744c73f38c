import type { MagicTagName } from '@latchstring/message-language';
import { say } from '../../../platform/language/say.ts';

/** For the coach: what will stand in a tag's place. */
export const TAG_WORDS: Record<MagicTagName, () => string> = {
  loginLink: () => say`The client's personal login link. Nobody else ever sees it, you neither.`,
  firstName: () => say`The client's first name.`,
  lastName: () => say`The client's last name.`,
  clientName: () => say`The client's first and last name.`,
  coachName: () => say`Your own name.`,
  practiceName: () => say`Your practice's name.`,
  date: () => say`The day the message is sent.`,
};
