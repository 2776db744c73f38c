import { FieldError, InvalidInput } from '../../../platform/graphql/user-errors.types.ts';
import { faultWords } from './fault-words.ts';
import type { Checked } from './preflight.ts';

/**
 * A body that was too much to be read is understood as nothing: kept, it would overwrite what was written with that.
 * Every other fault is kept along.
 */
export function whyNotKept({ composed }: Pick<Checked, 'composed'>, field: string): InvalidInput | null {
  const unread = composed.faults.filter((fault) => fault.kind === 'TOO_LONG' && fault.what !== 'SUBJECT');
  return unread.length > 0
    ? new InvalidInput(unread.map((fault) => new FieldError(field, faultWords(fault))))
    : null;
}
