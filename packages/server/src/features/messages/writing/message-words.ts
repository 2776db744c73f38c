import type { MessageWords } from '@latchstring/message-language';
import { currentLanguage, say } from '../../../platform/language/say.ts';
import { htmlFrame } from '../../../platform/mail/html-frame.ts';

/** What stands around a message, in the language that is spoken. */
export const MESSAGE_WORDS: MessageWords = {
  forReader: (reader) => say`For ${reader}`,
  sender: ({ coach, practice, answerTo }) =>
    answerTo === null
      ? say`${coach} sent you this through ${practice}. To answer, reply to this mail.`
      : say`${coach} sent you this through ${practice}. To answer, write to ${answerTo}.`,
  aboutLink: ({ coach, until }) => {
    const yours = say`The login link logs you in and is yours alone: do not pass this mail on, not even to ${coach}.`;
    const once = until === null ? say`It works once.` : say`It works once, until ${until}.`;
    return `${yours} ${once} ${say`Don't want it? Then nothing happens if you do nothing.`}`;
  },
  frame: (parts) => htmlFrame({ ...parts, language: currentLanguage() }),
};
