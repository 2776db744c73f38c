import {
  MOST_BODY_LENGTH,
  MOST_SUBJECT_LENGTH,
  MOST_LINES,
  type MessageFault,
  type TagSpot,
  type WhyNoTag,
} from '@latchstring/message-language';
import { say, sayNumber } from '../../../platform/language/say.ts';

const SPOT_WORDS: Record<TagSpot, () => string> = {
  SUBJECT: () =>
    say`has no place in the subject: mail programs show it to whoever looks at the screen. Put it into the text.`,
  ADDRESS: () => say`stands inside an address. Put it on its own, or make it the whole target of the link.`,
  OTHER_TEXT: () => say`touches other text, which would become a part of the link. Put a space around it.`,
  ATTRIBUTE: () => say`stands in a picture or in other markup that is not text. Put it into the text.`,
  LINK_TEXT: () => say`stands in a link that leads elsewhere. Take that link away.`,
};

const WHY_WORDS: Record<WhyNoTag, () => string> = {
  SECRET: () => say`nobody but the client may know it`,
  NO_FALLBACK: () => say`it takes no words after a |`,
};

const LENGTH_WORDS: Record<Extract<MessageFault, { kind: 'TOO_LONG' }>['what'], () => string> = {
  SUBJECT: () => say`The subject is too long. Use at most ${MOST_SUBJECT_LENGTH} characters.`,
  BODY: () =>
    say`The message is too long. Use at most ${sayNumber(MOST_BODY_LENGTH)} characters, formatting included.`,
  LINES: () =>
    say`The message has more than ${sayNumber(MOST_LINES)} lines. Take empty and short ones together.`,
  MARKUP: () => say`The formatting is too much to send. Paste the text without formatting.`,
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
        ? say`The link “${fault.shown}” looks like an address of this site and leads elsewhere: to ${fault.target}. Show that address.`
        : say`The link “${fault.shown}” leads to another address than it shows: to ${fault.target}. Show that address.`;
    case 'UNKNOWN_TAG': {
      const tag = `[${shortened(fault.typed)}]`;
      const why = fault.why && WHY_WORDS[fault.why]();
      if (fault.suggestion && why) return say`${tag} is no magic tag: ${why}. Write [${fault.suggestion}].`;
      if (fault.suggestion) return say`${tag} is no magic tag. Did you mean [${fault.suggestion}]?`;
      if (why) return say`${tag} is no magic tag: ${why}. [loginLink] lets your client in without it.`;
      return say`${tag} is no magic tag. Choose one from the list, or use round brackets.`;
    }
  }
}

const shortened = (typed: string) => {
  const letters = [...typed];
  return letters.length > MOST_SHOWN ? `${letters.slice(0, MOST_SHOWN).join('')}…` : typed;
};
