import { TooManyAttempts } from '../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../request-context.ts';

/** What is tried: each kind is counted by itself, so that failed passwords don't close the login helper. */
export type TryKind = 'password' | 'code' | 'username-by-email' | 'link-by-username' | 'renewal';

/**
 * Counts one try by (source, typed text) and by source, before any look-up and outside any transaction: real and
 * invented names are counted alike. `text` must be normalised already.
 */
export async function countTry(
  { limits, source }: Pick<RequestContext, 'limits' | 'source'>,
  kind: TryKind,
  text: string,
): Promise<TooManyAttempts | null> {
  const byText = await limits.take('perTypedText', `${kind}\n${source}\n${text}`);
  const bySource = await limits.take('perSource', source);
  const retryAt = latest(byText, bySource);
  return retryAt ? new TooManyAttempts(retryAt) : null;
}

/** A try that was right costs nothing: whoever logs in often is not an attacker. */
export async function forgiveTry(
  { limits, source }: Pick<RequestContext, 'limits' | 'source'>,
  kind: TryKind,
  text: string,
): Promise<void> {
  await limits.reset('perTypedText', `${kind}\n${source}\n${text}`);
  await limits.giveBack('perSource', source);
}

function latest(a: Date | null, b: Date | null): Date | null {
  if (a && b) return a > b ? a : b;
  return a ?? b;
}
