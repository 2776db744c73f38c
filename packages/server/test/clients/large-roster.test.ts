import { ClientCountsDocument, ClientsDocument } from '@latchstring/operations';
import { expect, it } from 'vitest';
import { countClients, findClients } from '../../src/features/clients/roster/find-clients.ts';
import { ClientOrder, ClientsShown } from '../../src/features/clients/roster/client-lists.types.ts';
import { listOf, rosterPage } from '../../src/features/clients/roster/roster-store.ts';
import { readSearch } from '../../src/features/clients/roster/search.ts';
import { readPage } from '../../src/platform/graphql/connection.types.ts';
import type { Viewer } from '../../src/viewer.ts';
import { loggedInBrowser } from '../world/acts.ts';
import { isLong, longOr } from '../world/long-form.ts';
import { aCoach } from '../world/people.ts';
import { aMessage } from '../world/sending.ts';
import { useWorld, withoutLimits } from '../world/world.ts';

const world = useWorld({ settings: withoutLimits });
const MANY = longOr(20_000, 2_000);

// One in ten: bounced, never invited, invited long ago, wrong passwords, a link that ran out; one in twenty deactivated.
const CLIENTS = `
  insert into account (id, role, practice_id, coach_id, first_name, last_name, folded_name, email, email_key, locale,
      username, username_key, credentials_version, status, may_log_in_while_inactive, login_link_policy, registered_at,
      login_count, last_login_at, email_state, invited_at, invite_version, wrong_password_at, link_sent_at, link_ends_at,
      link_version, created_at)
  select gen_random_uuid(), 'CLIENT', c.practice_id, c.id, first, last, lower(last || ' ' || first), first || n || '@many.test',
      lower(first) || n || '@many.test', 'en', 'many.' || n, 'many.' || n, 1,
      case when n % 20 = 0 then 'INACTIVE' else 'ACTIVE' end, false, 'ALLOWED',
      case when n % 10 in (2, 3) then null else at - interval '90 days' end, 3,
      case when n % 10 in (2, 3) then null else at - interval '20 days' - n * interval '1 second' end,
      case when n % 10 = 1 then 'BOUNCED' else 'DELIVERED' end,
      case when n % 10 = 3 then at - interval '20 days' end, case when n % 10 = 3 then 1 end,
      case when n % 10 = 4 then at - interval '1 day' end,
      case when n % 10 in (5, 6) then at - interval '2 days' end,
      case when n % 10 = 5 then at - interval '1 day' when n % 10 = 6 then at + interval '1 day' end,
      case when n % 10 in (5, 6) then 1 end, at - interval '90 days' - n * interval '1 minute'
    from account c, (select ?::timestamptz as at) moment, generate_series(1, ?::int) n
   cross join lateral (select (array['Maria', 'Leo', 'Noor', 'Jan', 'Cleo', 'Priya', 'Uwe'])[1 + n % 7] as first,
                              (array['Keller', 'Silhavy', 'Nunez', 'Ruiz', 'Gross'])[1 + n % 5] || n % 997 as last) names
   where c.id = ?`;
const DELIVERIES = `
  insert into delivery (id, mail_id, message_id, client_id, email, state, next_attempt_at, created_at, updated_at)
  select i, i, ?, id, email, 'DELIVERED', at, at, at
    from (select gen_random_uuid() as i, id, email, coalesce(link_sent_at, created_at) as at from account where coach_id = ?) a`;
const LINKS = `
  insert into login_link (id, token_hash, purpose, account_id, issuer, credentials_version, delivery_id, created_at, expires_at)
  select d.id, d.id::text, 'LOGIN', a.id, 'COACH', 1, d.id, a.link_sent_at, a.link_ends_at
    from account a join delivery d on d.client_id = a.id where a.link_sent_at is not null`;

async function aLargeRoster() {
  const coach = await aCoach(world);
  const message = { id: crypto.randomUUID(), state: 'SENT' as const, createdAt: world.clock.now() };
  await aMessage(world, coach, message);
  await world.rows(CLIENTS, [world.clock.now(), MANY, coach.id]);
  await world.rows(DELIVERIES, [message.id, coach.id]);
  await world.rows(LINKS);
  await world.rows('vacuum analyze');
  const viewer = { account: { id: coach.id, timeZone: 'Europe/Madrid' } } as Viewer;
  return { viewer, browser: await loggedInBrowser(world, coach) };
}

type Desk = Awaited<ReturnType<typeof aLargeRoster>>;
const shown = Object.values(ClientsShown);
const orders = Object.values(ClientOrder);
const wishOf = (
  show: (typeof shown)[number],
  orderBy: (typeof orders)[number],
  search: string | null = null,
) => ({
  ...{ show, orderBy, search, status: null, after: null as string | null, first: 50 },
});

/** In milliseconds, of the best of a few: what else this machine does is none of the database's time. */
async function best(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < longOr(9, 2); n += 1) {
    const start = performance.now();
    await act();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}

/** The one statement of a page that looks through the roster. */
function placesOf(viewer: Viewer, { after, search, first, ...wish }: ReturnType<typeof wishOf>) {
  const asked = { ...wish, search: readSearch(search) };
  const page = readPage({ first, after }, listOf(asked));
  return rosterPage(world.app.open(), viewer.account.id, asked, page);
}

/** Every list, in every order, at its beginning and further on; every count. What takes how long. */
async function measure({ viewer, browser }: Desk): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  const page = async (wish: ReturnType<typeof wishOf>, what: string) =>
    void times.set(what, await best(() => placesOf(viewer, wish)));
  for (const show of shown)
    for (const orderBy of orders) {
      await page(wishOf(show, orderBy), `${show} by ${orderBy}`);
      const { nodes } = await findClients(world.app.open(), viewer, { ...wishOf(show, orderBy), first: 100 });
      await page(
        { ...wishOf(show, orderBy), after: nodes.at(-1)?.cursor ?? null },
        `${show} by ${orderBy}, further on`,
      );
      const { totalCount } = await findClients(world.app.open(), viewer, wishOf(show, orderBy));
      if (typeof totalCount === 'function' && orderBy === 'NAME')
        times.set(`total of ${show}`, await best(totalCount));
    }
  for (const search of ['maria', 'kell 12', 'many.test', 'nobody at all'])
    await page(wishOf('ALL', 'NAME', search), `search "${search}"`);
  for (const search of [null, 'maria'])
    times.set(
      `counts${search ? ' of a search' : ''}`,
      await best(() => countClients(world.app.open(), viewer, search)),
    );
  times.set(
    'states of 50, all of GraphQL with it',
    await best(() => browser.run(ClientsDocument, { first: 50, orderBy: 'NAME' })),
  );
  times.set('counts, all of GraphQL with it', await best(() => browser.run(ClientCountsDocument, {})));
  return times;
}

it(`pages and counts of ${MANY} clients take the database no longer than 20 ms, and pages show everybody once`, async () => {
  const desk = await aLargeRoster();
  const { viewer } = desk;
  for (const orderBy of orders) {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await findClients(world.app.open(), viewer, {
        ...wishOf('NEED_YOU', orderBy),
        first: 100,
        after,
      });
      seen.push(...page.nodes.map(({ node }) => node.id));
      after = page.hasNextPage ? (page.nodes.at(-1)?.cursor ?? null) : null;
    } while (after !== null);
    const { needYou } = await countClients(world.app.open(), viewer, null);
    expect([orderBy, new Set(seen).size, seen.length]).toEqual([orderBy, needYou, needYou]);
  }
  const times = [...(await measure(desk))].toSorted(([, a], [, b]) => b - a);
  if (isLong)
    process.stdout.write(times.map(([what, ms]) => `${ms.toFixed(1).padStart(7)} ms  ${what}\n`).join(''));
  const ofDatabase = times.filter(([what]) => !what.includes('GraphQL'));
  expect(ofDatabase.filter(([, ms]) => ms > longOr(20, 200))).toEqual([]);
}, 300_000);
