import type { Account } from '../../accounts/index.ts';
import {
  type MessageContent,
  type MessageFacts,
  renderMessage,
  wordsOfMessage,
  type Reader as Filled,
  type RenderedMessage,
} from '@latchstring/message-language';
import { speakingTo } from '../../../platform/language/say.ts';
import { MESSAGE_WORDS } from './message-words.ts';

interface Reader {
  /** Null: for nobody, every tag stands literally. */
  client: Pick<Account, 'firstName' | 'lastName' | 'timeZone' | 'locale'> | null;
  loginLink: string | null;
  /** The link's end, in words. */
  until: string | null;
  /** Somebody else gets this message at the same address. */
  shared: boolean;
  /** A reply to this mail reaches the coach. */
  mayReply: boolean;
}

type Coach = Pick<Account, 'firstName' | 'lastName' | 'timeZone' | 'locale'> & {
  practice: { name: string; supportEmail: string };
};

/** A message for one reader. The words are the coach's; what stands around them is in the reader's language. */
export function renderFor(content: MessageContent, coach: Coach, reader: Reader, now: Date): RenderedMessage {
  return speakingTo(reader.client ?? coach, () =>
    renderMessage(content, filledFor(coach, reader, now), MESSAGE_WORDS),
  );
}

/** What it says to one reader, each paragraph in one line. */
export function wordsFor(content: MessageContent, coach: Coach, reader: Reader, now: Date): string {
  return speakingTo(reader.client ?? coach, () =>
    wordsOfMessage(content, filledFor(coach, reader, now), MESSAGE_WORDS),
  );
}

function filledFor(coach: Coach, { client, loginLink, until, shared, mayReply }: Reader, now: Date): Filled {
  return {
    facts: factsFor(coach, client, now),
    loginLink,
    linkWorksUntil: until,
    forWhom: shared && client ? `${client.firstName} ${client.lastName}`.trim() : null,
    answerTo: mayReply ? null : coach.practice.supportEmail,
  };
}

const LITERAL = { firstName: '[firstName]', lastName: '[lastName]' };

function factsFor(coach: Coach, client: Reader['client'], now: Date): MessageFacts {
  const { locale } = client ?? coach;
  const timeZone = client?.timeZone ?? coach.timeZone ?? 'UTC';
  const date = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone, dateStyle: 'long' });
  return {
    client: client ?? LITERAL,
    coachName: `${coach.firstName} ${coach.lastName}`.trim(),
    practiceName: coach.practice.name,
    date: client ? date.format(now) : '[date]',
  };
}
