export type MessageProblemKind =
  | 'EMAIL_CHANGE_PENDING'
  | 'EMPTY_BODY'
  | 'EMPTY_SUBJECT'
  | 'EMPTY_VALUE'
  | 'FOREIGN_TAG'
  | 'LINKS_REFUSED_BY_CLIENT'
  | 'LINKS_TAKEN_BACK'
  | 'MISLEADING_LINK'
  | 'NO_RECIPIENT'
  | 'RECIPIENT_INACTIVE'
  | 'RECIPIENT_IS_SENDER'
  | 'RECIPIENT_UNDELIVERABLE'
  | 'SCHEDULED_IN_THE_PAST'
  | 'TAG_NOT_ALLOWED_HERE'
  | 'TOO_LONG'
  | 'TOO_MANY_RECIPIENTS'
  | 'TOO_OFTEN'
  | 'UNKNOWN_TAG';

export interface FoundProblem {
  severity: 'ERROR' | 'WARNING';
  kind: MessageProblemKind;
  /** Where it is mended. */
  place: MessageProblemPlace;
  message: string;
  /** The tag it is about, as typed, without brackets. */
  tag?: string;
  /** What to write in its place. */
  suggestion?: string;
  /** What was typed: the words of a link that look like an address of another place, another program's tag. */
  shown?: string;
  /** The words for where a tag has no value; '' for none. */
  fallback?: string;
  /** The most that may be. */
  limit?: number;
  clientIds: string[];
}

export type MessageProblemPlace = 'BODY' | 'RECIPIENTS' | 'SCHEDULE' | 'SUBJECT';
