import { TooManyAttempts } from '../../../platform/graphql/user-errors.types.ts';
import { later, SECOND_MS } from '../../../platform/clock.ts';
import { HashingBusy } from '../../../platform/passwords/passwords.ts';
import type { RequestContext } from '../../../request-context.ts';

/** Sheds load in the caller's words when more secrets wait than this machine can hash: nothing was looked at. */
export async function verifyOrShed(
  { passwords, clock }: Pick<RequestContext, 'passwords' | 'clock'>,
  hash: string | null | undefined,
  secret: string,
): Promise<boolean | TooManyAttempts> {
  try {
    return await passwords.verify(hash, secret);
  } catch (error) {
    if (!(error instanceof HashingBusy)) throw error;
    return new TooManyAttempts(later(clock.now(), 5 * SECOND_MS));
  }
}
