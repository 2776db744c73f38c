import type { MessageProblemKind, ProblemFieldsFragment } from '@latchstring/operations';
import { findTags, findUnknown } from './rich-text/find-tags';

export type ProblemPlace = 'recipients' | 'subject' | 'body' | 'schedule';

/** Where each kind is mended; those about a tag or a length stand by the field that has it. */
const places: Record<MessageProblemKind, ProblemPlace | 'text'> = {
  NO_RECIPIENT: 'recipients',
  TOO_MANY_RECIPIENTS: 'recipients',
  RECIPIENT_INACTIVE: 'recipients',
  RECIPIENT_UNDELIVERABLE: 'recipients',
  RECIPIENT_IS_SENDER: 'recipients',
  EMAIL_CHANGE_PENDING: 'recipients',
  LINKS_REFUSED_BY_CLIENT: 'recipients',
  EMPTY_SUBJECT: 'subject',
  EMPTY_BODY: 'body',
  SCHEDULED_IN_THE_PAST: 'schedule',
  UNKNOWN_TAG: 'text',
  TAG_NOT_ALLOWED_HERE: 'text',
  EMPTY_VALUE: 'text',
  TOO_LONG: 'text',
};

/** What is merely not there yet is no fault while somebody still writes. */
const unfinished: readonly MessageProblemKind[] = ['NO_RECIPIENT', 'EMPTY_SUBJECT', 'EMPTY_BODY'];

type Look = { place: ProblemPlace; subject: string; tried: boolean };

export function problemsAt(
  problems: readonly ProblemFieldsFragment[],
  { place, subject, tried }: Look,
): ProblemFieldsFragment[] {
  return problems.filter(
    (problem) => (tried || !unfinished.includes(problem.kind)) && placeOf(problem, subject) === place,
  );
}

function placeOf({ kind, tag, message }: ProblemFieldsFragment, subject: string): ProblemPlace {
  const place = places[kind];
  if (place !== 'text') return place;
  if (kind === 'TOO_LONG') return /subject|asunto/i.test(message) ? 'subject' : 'body';
  if (kind === 'TAG_NOT_ALLOWED_HERE') return /subject|asunto/i.test(message) ? 'subject' : 'body';
  return tag !== null && holdsTag(subject, tag) ? 'subject' : 'body';
}

function holdsTag(subject: string, tag: string): boolean {
  return (
    findTags(subject, [{ name: tag, takesFallback: true }]).length + findUnknown(subject, tag).length > 0
  );
}
