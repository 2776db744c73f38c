import { Account } from '../../accounts/index.ts';
import { later } from '../../../platform/clock.ts';
import { clockTime } from '../../../platform/mail/clock-time.ts';
import type { RequestContext } from '../../../request-context.ts';
import { hasEverRegistered } from '../roster/index.ts';
import { mayBeSameMailbox } from './same-mailbox.ts';
import { currentLanguage, say } from '../../../platform/language/say.ts';
import { days } from '../../../settings/descriptions.ts';
import type { Viewer } from '../../../viewer.ts';

interface Wish {
  client: Account;
  email: string;
}

interface Refusal {
  field: 'id' | 'email';
  words: string;
}

const no = (field: Refusal['field'], words: string): Refusal => ({ field, words });

/** Why this client can't start over, or not there; null when they can. Asked with the account locked. */
export async function whyNoFreshStart(
  inside: RequestContext,
  viewer: Viewer,
  wish: Wish,
): Promise<Refusal | null> {
  const { client, email } = wish;
  if (!client.practice.freshStartsAllowed) return no('id', say().clients.freshStartsAreSwitchedOff);
  if (client.status === 'INACTIVE') return no('id', say().clients.thisClientIsDeactivatedReactivateThemFirst);
  if (!(await hasEverRegistered(inside, client)))
    return no('id', say().clients.thisClientHasNeverLoggedInCorrect);
  const earlier = (await earlierOnes(inside, viewer, client)) ?? readsTheirMail(inside, viewer, client);
  if (earlier) return earlier;
  if (email.trim() === client.email) return no('email', say().clients.thisIsTheAddressOnFileSend);
  if (await belongsToPractice(inside, wish)) return no('email', say().clients.aFreshStartNeverGoes);
  return null;
}

interface Earlier {
  waiting: number;
  stopped_at: Date | null;
  /** Of the last while, the one that makes another one too many. */
  oldest_counted: Date | null;
}

const EARLIER = `
  select count(*) filter (where ended_at is null)::int as waiting,
         max(ended_at) filter (where ended_as in ('STOPPED', 'CANCELLED')) as stopped_at,
         (select created_at from access_change
           where account_id = ? and kind = 'FRESH_START' and created_at > ?
           order by created_at desc offset ? limit 1) as oldest_counted
    from access_change where account_id = ? and kind = 'FRESH_START'`;

/** One at a time; not again for a while after the client stopped one; and however they ended, so many in that time. */
async function earlierOnes(
  { em, clock, settings }: RequestContext,
  viewer: Viewer,
  { id }: Account,
): Promise<Refusal | null> {
  const { pauseAfterStopMs, mostInPause } = settings.freshStart;
  const from = later(clock.now(), -pauseAfterStopMs);
  const [row] = await em.execute<Earlier[]>(EARLIER, [id, from, mostInPause - 1, id]);
  if (row?.waiting) return no('id', say().clients.aFreshStartOfThisClientWaits);
  const when = (at: Date) =>
    clockTime(later(at, pauseAfterStopMs), viewer.account.timeZone, currentLanguage());
  if (row?.stopped_at && row.stopped_at > from)
    return no('id', say().clients.thisClientStoppedAFreshStart({ when: when(row.stopped_at) }));
  if (!row?.oldest_counted) return null;
  const often = { most: mostInPause, days: days(pauseAfterStopMs), when: when(row.oldest_counted) };
  return no('id', say().clients.freshStartsWereAskedForOften(often));
}

/**
 * Only who reads a mailbox can mark its mail as spam: for as long as after a stopped fresh start, such a client counts as
 * having theirs.
 */
function readsTheirMail(
  { clock, settings }: RequestContext,
  viewer: Viewer,
  { emailState, emailStateAt }: Account,
): Refusal | null {
  if (emailState !== 'COMPLAINED' || !emailStateAt) return null;
  const again = later(emailStateAt, settings.freshStart.pauseAfterStopMs);
  if (again <= clock.now()) return null;
  const when = clockTime(again, viewer.account.timeZone, currentLanguage());
  return no('id', say().clients.thisClientMarkedOurMailAsSpam({ when }));
}

/**
 * Also what merely looks like it, or is another spelling of it: that mailbox is the coach's too. Coaches of other
 * practices are not told apart here, or else anybody could ask who is one; see runDueFreshStarts.
 */
async function belongsToPractice({ em }: RequestContext, { client, email }: Wish): Promise<boolean> {
  const { practice } = client;
  const own = await em.find(Account, { role: 'COACH', practice: practice.id }, { fields: ['email'] });
  const addresses = [practice.supportEmail, ...own.map((coach) => coach.email)];
  return addresses.some((address) => mayBeSameMailbox(address, email));
}
