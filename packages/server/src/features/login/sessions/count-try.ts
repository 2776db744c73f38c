import { TooManyAttempts } from '../../../platform/graphql/user-errors.types.ts';
import type { Reading } from '../../../platform/rate-limits/rate-limits.ts';
import type { Queue } from '../../../platform/jobs/jobs.ts';
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
  const retryAt = await asker.limits.takeAll(await countedAs(asker, kind, text));
  return retryAt && new TooManyAttempts(retryAt);
}

/** Counts one try likewise, and queues this job in the same statement unless there were too many. */
export async function countTryAndEnqueue<Data extends object>(
  asker: Asker & Pick<RequestContext, 'jobs'>,
  { kind, text }: { kind: TryKind; text: string },
  queue: Queue<Data>,
  data: Data,
): Promise<TooManyAttempts | null> {
  const counting = asker.limits.counting(await countedAs(asker, kind, text));
  const isQueued = await asker.jobs.enqueueIfAllowed(asker.em, counting, queue, data);
  return isQueued ? null : new TooManyAttempts(await counting.retryAt());
}

async function countedAs(asker: Asker, kind: TryKind, text: string) {
  const place = await tryCounterKey(asker);
  return [
    { limit: 'perTypedText', key: `${kind}\n${place}\n${text}` },
    { limit: 'perSource', key: place },
  ] as const;
}

type Tries = Parameters<Asker['limits']['takeAll']>[0];

/** A try that was counted, and how its count is taken back once it was right: whoever logs in often is not an attacker. */
export interface CountedTry<Seen extends object> {
  tooMany: TooManyAttempts | null;
  /** What is counted besides, over all sources. */
  tooManyOfAll: TooManyAttempts | null;
  seen: Seen;
  forgives: Reading;
}

/**
 * Counts one try likewise, then one under `next`, and reads what was typed by `read`: in one statement, whether or not
 * there is anything of that name.
 */
export async function countTryAndRead<Seen extends object>(
  asker: Asker,
  { kind, text }: { kind: TryKind; text: string },
  next: Tries[number],
  read: Reading,
): Promise<CountedTry<Seen>> {
  const [byText, byPlace] = await countedAs(asker, kind, text);
  const { limits } = asker;
  const { refused, refusedNext, seen } = await limits.takeAndRead<Seen>([byText, byPlace], next, read);
  return {
    tooMany: refused && new TooManyAttempts(refused),
    tooManyOfAll: refusedNext && new TooManyAttempts(refusedNext),
    seen,
    forgives: limits.forgiving({ forget: [byText], giveBack: [byPlace, next] }),
  };
}

/** How a try that was counted by itself is taken back, and what was counted besides forgotten. */
export async function forgivingTry(
  asker: Asker,
  { kind, text }: { kind: TryKind; text: string },
  alsoForget: Tries[number],
): Promise<Reading> {
  const [byText, byPlace] = await countedAs(asker, kind, text);
  return asker.limits.forgiving({ forget: [byText, alsoForget], giveBack: [byPlace] });
}

const FORGIVE = (forgiving: string) => `with ${forgiving} select 1`;

/** By a statement of its own: where no login comes of it. */
export async function forgive({ em }: Pick<Asker, 'em'>, { sql, values }: Reading): Promise<void> {
  await em.execute(FORGIVE(sql), values);
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
