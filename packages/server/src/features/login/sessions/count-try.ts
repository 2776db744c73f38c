import { TooManyAttempts } from '../../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import { firstAccountIn } from './known-browser-store.ts';

/** What is tried: each kind is counted by itself, so that failed passwords don't close the login helper. */
export type TryKind = 'password' | 'code' | 'username-by-email' | 'link-by-username' | 'renewal';

type Asker = Pick<RequestContext, 'em' | 'limits' | 'source' | 'browserHash'>;

/**
 * Counts one try by (place, typed text) and by place, before any look-up of what was typed and outside any transaction:
 * real and invented names are counted alike. `text` must be normalised already.
 */
export async function countTry(asker: Asker, kind: TryKind, text: string): Promise<TooManyAttempts | null> {
  const place = await tryCounterKey(asker);
  const byText = await asker.limits.take('perTypedText', `${kind}\n${place}\n${text}`);
  const byPlace = await asker.limits.take('perSource', place);
  const retryAt = latest(byText, byPlace);
  return retryAt ? new TooManyAttempts(retryAt) : null;
}

/** A try that was right costs nothing: whoever logs in often is not an attacker. */
export async function forgiveTry(asker: Asker, kind: TryKind, text: string): Promise<void> {
  const place = await tryCounterKey(asker);
  await asker.limits.reset('perTypedText', `${kind}\n${place}\n${text}`);
  await asker.limits.giveBack('perSource', place);
}

/**
 * Where tries are counted: by their source; but those of a browser that has logged in here before by themselves, so that
 * a neighbour behind the same address shuts nobody out. All browsers of one account are one place: else a login in one
 * more browser would begin the count anew.
 */
export async function tryCounterKey({ em, source, browserHash }: Omit<Asker, 'limits'>): Promise<string> {
  if (browserHash === null) return source;
  const known = await firstAccountIn(em, browserHash);
  return known ? `browsers of ${known}` : source;
}

function latest(a: Date | null, b: Date | null): Date | null {
  if (a && b) return a > b ? a : b;
  return a ?? b;
}
