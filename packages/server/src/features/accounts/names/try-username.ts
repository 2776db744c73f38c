import { TooManyAttempts } from '../../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import { UsernameTaken } from '../my-account-result.types.ts';

/**
 * Tries to take a username. Where it was taken the try counts, by source and for the whole practice: "taken" tells that
 * a name exists, and whoever can make accounts could ask with each of them.
 */
export async function tryUsername<Outcome extends object>(
  { limits, source }: Pick<RequestContext, 'limits' | 'source'>,
  practiceId: string,
  work: () => Promise<Outcome | UsernameTaken>,
): Promise<Outcome | UsernameTaken | TooManyAttempts> {
  const counters = [
    ['takenUsernamesPerSource', source],
    ['takenUsernamesPerPractice', practiceId],
  ] as const;
  // Before the try, or many at once would each be let through.
  for (const [limit, key] of counters) {
    const retryAt = await limits.take(limit, key);
    if (retryAt) return new TooManyAttempts(retryAt);
  }
  const outcome = await work();
  if (!(outcome instanceof UsernameTaken))
    for (const [limit, key] of counters) await limits.giveBack(limit, key);
  return outcome;
}
