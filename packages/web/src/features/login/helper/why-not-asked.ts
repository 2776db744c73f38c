import type { RecoveryFieldsFragment } from '@latchstring/operations';
import type { Failure } from '../../../graphql/failure';
import { failureText, tooManyAttemptsText } from '../../../words/failures';

/** What stands at the field, and what stands above the form. */
export type NotAsked = { field?: string | undefined; problem?: string | undefined };

/** Undefined when the mail was asked for: which mail goes, if any, nobody learns here. */
export function whyNotAsked(
  result: RecoveryFieldsFragment | undefined,
  failure: Failure | undefined,
): NotAsked | undefined {
  if (!result) return { problem: failureText(failure ?? { kind: 'server' }) };
  if (result.__typename === 'InvalidInput') return { field: result.fields[0]?.message ?? result.message };
  if (result.__typename === 'TooManyAttempts') return { problem: tooManyAttemptsText(result) };
  return undefined;
}
