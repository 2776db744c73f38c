import {
  MOST_BODY_LENGTH,
  MOST_SUBJECT_LENGTH,
  MOST_LINES,
  type MessageFault,
  type TagSpot,
  type WhyNoTag,
} from '@latchstring/message-language';
import { say } from '../../../platform/language/say.ts';

const SPOT_WORDS: Record<TagSpot, () => string> = {
  SUBJECT: () => say().messages.hasNoPlaceInTheSubjectMail,
  ADDRESS: () => say().messages.standsInsideAnAddressPut,
  OTHER_TEXT: () => say().messages.touchesOtherTextWhichWouldBecome,
  ATTRIBUTE: () => say().messages.standsInAPictureOrInOther,
  LINK_TEXT: () => say().messages.standsInALinkThatLeadsElsewhere,
};

const WHY_WORDS: Record<WhyNoTag, () => string> = {
  SECRET: () => say().messages.nobodyButTheClientMayKnowIt,
  NO_FALLBACK: () => say().messages.itTakesNoWordsAfterA,
};

const LENGTH_WORDS: Record<Extract<MessageFault, { kind: 'TOO_LONG' }>['what'], () => string> = {
  SUBJECT: () => say().messages.theSubjectIsTooLongUse({ mostSubjectLength: MOST_SUBJECT_LENGTH }),
  BODY: () => say().messages.theMessageIsTooLongUse({ mostBodyLength: MOST_BODY_LENGTH }),
  LINES: () => say().messages.theMessageHasMoreThanLinesTake({ mostLines: MOST_LINES }),
  MARKUP: () => say().messages.theFormattingIsTooMuchToSend,
};

/** The most characters that may be; null where it is no such number. */
export function longestOf(what: keyof typeof LENGTH_WORDS): number | null {
  return what === 'SUBJECT' ? MOST_SUBJECT_LENGTH : what === 'BODY' ? MOST_BODY_LENGTH : null;
}

// A longer name is prose in brackets: its beginning tells it.
const MOST_SHOWN = 40;

/** What is wrong with what was written, and the cure. */
export function faultWords(fault: MessageFault): string {
  switch (fault.kind) {
    case 'TOO_LONG':
      return LENGTH_WORDS[fault.what]();
    case 'TAG_NOT_ALLOWED_HERE':
      return `[${fault.tag}] ${SPOT_WORDS[fault.inside]()}`;
    case 'MISLEADING_LINK':
      return fault.isOurs
        ? say().messages.theLinkLooksLikeAnAddress({ shown: fault.shown, target: fault.target })
        : say().messages.theLinkLeadsToAnotherAddressThan({ shown: fault.shown, target: fault.target });
    case 'FOREIGN_TAG': {
      const shown = shortened(fault.shown);
      return fault.suggestion
        ? say().messages.goesAsItStandsDidYouMean({ shown, suggestion: fault.suggestion })
        : say().messages.goesAsItStands({ shown });
    }
    case 'UNKNOWN_TAG': {
      const tag = `[${shortened(fault.typed)}]`;
      const why = fault.why && WHY_WORDS[fault.why]();
      if (fault.suggestion && why)
        return say().messages.isNoMagicTagWrite({ tag, why, suggestion: fault.suggestion });
      if (fault.suggestion)
        return say().messages.isNoMagicTagDidYouMean({ tag, suggestion: fault.suggestion });
      if (why) return say().messages.isNoMagicTagLoginlinkLets({ tag, why });
      return say().messages.isNoMagicTagChooseOne({ tag });
    }
  }
}

const shortened = (typed: string) => {
  const letters = [...typed];
  return letters.length > MOST_SHOWN ? `${letters.slice(0, MOST_SHOWN).join('')}…` : typed;
};
