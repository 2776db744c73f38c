import { Account } from '../../accounts/index.ts';
import { later } from '../../../platform/clock.ts';
import { clockTime } from '../../../platform/mail/clock-time.ts';
import type { RequestContext } from '../../../request-context.ts';
import { hasEverRegistered } from '../roster/index.ts';
import { mayBeSameMailbox } from './same-mailbox.ts';
import { currentLanguage, say } from '../../../platform/language/say.ts';
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

const EARLIER = `
  select count(*) filter (where ended_at is null)::int as waiting,
         max(ended_at) filter (where ended_as in ('STOPPED', 'CANCELLED')) as stopped_at
    from access_change where account_id = ? and kind = 'FRESH_START'`;

/** One at a time; and not again for a while after the client stopped one. */
async function earlierOnes(
  { em, clock, settings }: RequestContext,
  viewer: Viewer,
  { id }: Account,
): Promise<Refusal | null> {
  const [row] = await em.execute<{ waiting: number; stopped_at: Date | null }[]>(EARLIER, [id]);
  if (row?.waiting) return no('id', say().clients.aFreshStartOfThisClientWaits);
  if (!row?.stopped_at) return null;
  const again = later(row.stopped_at, settings.freshStart.pauseAfterStopMs);
  if (again <= clock.now()) return null;
  const when = clockTime(again, viewer.account.timeZone, currentLanguage());
  return no('id', say().clients.thisClientStoppedAFreshStart({ when }));
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
