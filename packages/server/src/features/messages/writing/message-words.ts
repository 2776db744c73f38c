import type { MessageWords } from '@latchstring/message-language';
import { currentLanguage, say } from '../../../platform/language/say.ts';
import { htmlFrame } from '../../../platform/mail/html-frame.ts';

/** What stands around a message, in the language that is spoken. */
export const MESSAGE_WORDS: MessageWords = {
  forReader: (reader) => say().messages.forReader({ reader }),
  sender: ({ coach, practice, answerTo }) =>
    answerTo === null
      ? say().messages.sentYouThisThroughToAnswerReply({ coach, practice })
      : say().messages.sentYouThisThroughToAnswerWrite({ coach, practice, answerTo }),
  aboutLink: ({ coach, until }) => {
    const yours = say().messages.theLoginLinkLogs({ coach });
    const once = until === null ? say().messages.itWorksOnce : say().messages.itWorksOnceUntil({ until });
    return `${yours} ${once} ${say().messages.dontWantItThenNothingHappensIf}`;
  },
  frame: (parts) => htmlFrame({ ...parts, language: currentLanguage() }),
};
