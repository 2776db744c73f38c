import { RetryOneOfManyDocument } from '@latchstring/operations';
import { failureText } from '../../../words/failures';
import type { Visit } from '../../../signed-in/visit.svelte';
import { whyRefused } from '../../../signed-in/why-refused';

export type Retried =
  | { kind: 'GOES' }
  /** It can't, for a reason of its own; others may. */
  | { kind: 'STAYS'; words: string }
  /** It is not there any more: its client was deleted. */
  | { kind: 'GONE'; words: string }
  /** Nothing could be asked. */
  | { kind: 'FAILED'; words: string };

/** Tries one delivery again. */
export async function retryOne(visit: Visit, id: string): Promise<Retried> {
  const { data, failure } = await visit.run(RetryOneOfManyDocument, { id });
  if (failure) return { kind: 'FAILED', words: failureText(failure) };
  const result = data.retryDelivery;
  if (result.__typename === 'MessageAccepted') return { kind: 'GOES' };
  const words = whyRefused(result);
  if (result.__typename === 'InvalidInput') return { kind: 'GONE', words };
  return { kind: 'STAYS', words };
}
