import type { MessageProblemKind, MessageProblemPlace, ProblemFieldsFragment } from '@latchstring/operations';

/** What is merely not there yet is no fault while somebody still writes. */
const unfinished: readonly MessageProblemKind[] = ['NO_RECIPIENT', 'EMPTY_SUBJECT', 'EMPTY_BODY'];

type Look = { place: MessageProblemPlace; tried: boolean };

/** Those that stand by this part of the message. */
export function problemsAt(
  problems: readonly ProblemFieldsFragment[],
  { place, tried }: Look,
): ProblemFieldsFragment[] {
  return problems.filter(
    (problem) => problem.place === place && (tried || !unfinished.includes(problem.kind)),
  );
}
