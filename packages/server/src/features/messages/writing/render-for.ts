import type { Account } from '../../accounts/index.ts';
import {
  type MessageContent,
  renderMessage,
  wordsOfMessage,
  type Reader as Filled,
  type RenderedMessage,
  type TagValues,
} from '@latchstring/message-language';
import { dateWords } from '../../../platform/language/date-words.ts';
import { speakingTo } from '../../../platform/language/say.ts';
import { MESSAGE_WORDS } from './message-words.ts';
import { tagValues, type MessageSender } from './tag-values.ts';

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

type Coach = MessageSender & Pick<Account, 'timeZone' | 'locale'>;

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
    values: valuesFor(coach, client, now),
    loginLink,
    linkWorksUntil: until,
    forWhom: shared && client ? `${client.firstName} ${client.lastName}`.trim() : null,
    answerTo: mayReply ? null : coach.practice.supportEmail,
  };
}

const LITERAL = { firstName: '[firstName]', lastName: '[lastName]' };

function valuesFor(coach: Coach, client: Reader['client'], now: Date): TagValues {
  if (!client) return tagValues({ coach, client: LITERAL, date: '[date]' });
  const { locale } = client;
  const timeZone = client.timeZone ?? coach.timeZone ?? 'UTC';
  return tagValues({ coach, client, date: dateWords(now, { locale, timeZone }, { dateStyle: 'long' }) });
}
