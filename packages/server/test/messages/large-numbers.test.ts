import { MessageDeliveriesDocument, SendMessageDocument } from '@latchstring/operations';
import { afterAll, describe, expect, it } from 'vitest';
import { loggedInBrowser } from '../world/acts.ts';
import { keepHouse } from '../world/keep-house.ts';
import { DAY_MS } from '../../src/platform/clock.ts';
import { createLog } from '../../src/platform/log.ts';
import { newId } from '../../src/platform/random-token.ts';
import { aClient, aCoach } from '../world/people.ts';
import { Provider, textOf } from '../world/provider.ts';
import { statementsDuring } from '../world/statements.ts';
import { aMessage, deliverNow, eachLinkLogsIn, sendTo } from '../world/sending.ts';
import { useWorld } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url } as const;
const world = useWorld({ env: { mail, mailFrom: 'no-reply@mail.test' } });
afterAll(() => provider.close());

// By the database itself: as many people as one likes, all like the first.
const MANY_PEOPLE = `
  insert into account (id, role, practice_id, coach_id, first_name, last_name, folded_name, email, email_key, locale,
      username, username_key, credentials_version, status, may_log_in_while_inactive, login_link_policy, registered_at,
      login_count, email_state, delete_at, created_at)
  select gen_random_uuid(), role, practice_id, coach_id, first_name, last_name, folded_name, ? || n || '@many.test',
      ? || n || '@many.test', locale, ? || n, ? || n, 1, status, false, 'ALLOWED', registered_at, 0, 'UNKNOWN',
      ?::timestamptz, created_at
    from account, generate_series(1, ?::int) n where id = ?`;

async function aRoster(count: number, deleteAt: Date | null = null) {
  const coach = await aCoach(world);
  const own = { coachId: coach.id, practiceId: coach.practiceId, password: null };
  const first = await aClient(world, own);
  const name = `crowd.${first.username}.`;
  const many = [name, name, name, name, deleteAt, count - 1, first.id];
  await world.rows(MANY_PEOPLE, many);
  return { coach, first, own };
}

const ITS_DELIVERIES = `
  insert into delivery (id, mail_id, message_id, client_id, email, state, next_attempt_at, created_at, updated_at)
  select i, i, ?, id, email, 'SENT', ?, ?, ?
    from (select gen_random_uuid() as i, id, email from account where coach_id = ? limit all) a`;
const LAST_ONES = `
  update delivery set state = 'QUEUED' where id in (select id from delivery where message_id = ? order by email desc limit ?)
  returning email`;

/** A message to so many, all of whom have it but the last fifty: how long those take. */
async function lastFiftyOf(count: number): Promise<number> {
  const { coach } = await aRoster(count);
  const [id, now] = [newId(), world.clock.now()];
  await aMessage(world, coach, {
    id,
    body: '[loginLink]',
    state: 'SENDING',
    allActive: true,
    createdAt: now,
  });
  await world.rows(ITS_DELIVERIES, [id, now, now, now, coach.id]);
  const last = await world.rows<{ email: string }>(LAST_ONES, [id, 50]);
  const from = performance.now();
  await deliverNow(world);
  const took = performance.now() - from;
  const states = 'select state from message where id = ?';
  expect(await world.rows(states, [id])).toEqual([{ state: 'SENT' }]);
  expect(last.map(({ email }) => provider.to(email).length)).toEqual(last.map(() => 1));
  await eachLinkLogsIn(world, provider, last.slice(0, 2));
  return took;
}

describe('large numbers', () => {
  it('a mail of a message to 3,000 costs hardly more than one of a message to 100', async () => {
    // Twice, the better of each: something else may run on this machine.
    const few = [await lastFiftyOf(100), await lastFiftyOf(100)];
    const many = [await lastFiftyOf(3_000), await lastFiftyOf(3_000)];
    expect(Math.min(...many)).toBeLessThan(4 * Math.min(...few));
  }, 120_000);

  it('P132 a small message does not wait behind a neighbour’s large one that was there before', async () => {
    const LARGE = 2_000;
    const { coach } = await aRoster(LARGE);
    const browser = await loggedInBrowser(world, coach);
    const { promise, resolve: goOn } = Promise.withResolvers<null>();
    let arrived = 0;
    provider.arrived = () => {
      arrived += 1;
      if (arrived === 50) provider.held = promise;
    };
    const recipients = { clientIds: [], allActive: true };
    const text = { subject: 'News', body: 'Hello', bodyFormat: 'TEXT' as const, copyToMe: false };
    await browser.run(SendMessageDocument, { input: { ...text, recipients } });
    await expect.poll(() => arrived, { timeout: 20_000, interval: 5 }).toBeGreaterThan(50);
    const before = provider.accepted.length;
    world.clock.advance(1_000);
    const { people, look } = await sendTo(world, 3);
    goOn(null);
    const isThere = () => people.every(({ email }) => provider.to(email).length === 1);
    await expect.poll(isThere, { timeout: 20_000, interval: 5 }).toBe(true);
    // What had been made already, and what went beside it.
    expect(provider.accepted.length - before).toBeLessThan(LARGE / 2);
    await look();
    expect(provider.accepted.length - before).toBeGreaterThan(LARGE / 2);
    await eachLinkLogsIn(world, provider, people);
  }, 120_000);

  it('a message to 5,000 is read to its end page by page, each person once, those who need the coach first', async () => {
    const { coach } = await aRoster(5_000);
    const [id, now] = [newId(), world.clock.now()];
    await aMessage(world, coach, { id, body: '[loginLink]', state: 'SENT', allActive: true, createdAt: now });
    await world.rows(ITS_DELIVERIES, [id, now, now, now, coach.id]);
    const states = `update delivery set state = (array['BOUNCED', 'HELD', 'DELIVERED'])[1 + mod(abs(hashtext(id::text)), 3)]`;
    await world.rows(`${states} where message_id = ?`, [id]);
    const browser = await loggedInBrowser(world, coach);
    let largest = 0;
    const read = async (after: string | null) => {
      const wish = { id, first: 100, after, orderBy: 'NEED_YOU' } as const;
      const { data, response } = await browser.ask(MessageDeliveriesDocument, wish);
      largest = Math.max(largest, response.body.length);
      if (!data?.message) throw new Error(response.body);
      return data.message.deliveries;
    };
    let page = await read(null);
    const seen = [...page.nodes];
    while (page.pageInfo.hasNextPage) {
      page = await read(page.pageInfo.endCursor);
      seen.push(...page.nodes);
    }
    expect(new Set(seen.map((one) => one.id)).size).toBe(5_000);
    expect(seen).toHaveLength(5_000);
    expect([...new Set(seen.map(({ state }) => state))]).toEqual(['BOUNCED', 'HELD', 'DELIVERED']);
    expect(largest).toBeLessThan(64_000);
  }, 120_000);

  it('two who share an address are told for whom each mail is, also in another case and in another batch', async () => {
    const { coach, own } = await aRoster(60);
    const twin = await aClient(world, { ...own, firstName: 'Zoe', email: 'Shared@many.test' });
    await aClient(world, { ...own, firstName: 'Abe', email: 'shared@many.test' });
    const [id, now] = [newId(), world.clock.now()];
    await aMessage(world, coach, {
      id,
      body: '[loginLink]',
      state: 'SENDING',
      allActive: true,
      createdAt: now,
    });
    await world.rows(ITS_DELIVERIES, [id, now, now, now, coach.id]);
    await world.rows(`update delivery set state = 'QUEUED' where message_id = ?`, [id]);
    await world.rows(`update delivery set next_attempt_at = ? where client_id = ?`, [
      new Date(now.getTime() - 1),
      twin.id,
    ]);
    await deliverNow(world);
    const words = ['Shared@many.test', 'shared@many.test'].map((address) =>
      textOf(provider.to(address)[0], 'text'),
    );
    expect(words[0]).toContain('Zoe Keller');
    expect(words[1]).toContain('Abe Keller');
    expect(
      textOf(
        provider.accepted.find((form) => /crowd/.test(textOf(form, 'to'))),
        'text',
      ),
    ).not.toContain('Maria Keller');
  });

  it('C182 500 accounts that are due go with one housekeeping, and everything behind them is done too', async () => {
    const due = new Date(world.clock.now().getTime() - 1_000);
    const { first } = await aRoster(501, due);
    const expired = { key: 'old', points: 1, expire: due.getTime() };
    await world.rows('insert into rate_limit (key, points, expire) values (?, ?, ?)', Object.values(expired));
    await keepHouse(world);
    const left = await world.rows(
      'select id from account where coach_id = (select coach_id from account where id = ?)',
      [first.id],
    );
    expect(left).toEqual([{ id: first.id }]);
    expect(await world.rows(`select 1 from rate_limit where key = 'old'`)).toEqual([]);
  });

  const OLD_EVENTS = `
    insert into access_event (id, account_id, at, kind, actor)
    select gen_random_uuid(), ?, ?::timestamptz, ?, 'OWNER' from generate_series(1, ?::int)`;
  const countOf = async (table: string, id: string) => {
    const counting = `select count(*)::int as n from ${table} where ${table === 'account' ? 'delete_at is not null' : `account_id = '${id}'`}`;
    return (await world.rows<{ n: number }>(counting))[0]?.n;
  };

  it('C182 what has run out goes in bounded batches, and a kind that fails holds up none of the others', async () => {
    const now = world.clock.now();
    const { first } = await aRoster(1_001, new Date(now.getTime() - 1_000));
    const longAgo = new Date(now.getTime() - 20 * 365 * DAY_MS);
    await world.rows(OLD_EVENTS, [first.id, longAgo, 'LOGGED_IN', 3_500]);
    await world.rows(OLD_EVENTS, [first.id, longAgo, 'EMAIL_CHANGED', 1]);
    const before = await countOf('access_event', first.id);
    const lines: string[] = [];
    const log = createLog('info', (line) => void lines.push(line));
    await world.rows('alter table passkey_ceremony rename to away');
    const statements = await statementsDuring(world, () =>
      expect(keepHouse(world, { log })).rejects.toThrow('Some of the housekeeping was not done'),
    );
    await world.rows('alter table away rename to passkey_ceremony');
    const deletes = (table: string) => statements.filter((one) => one.startsWith(`delete from ${table} `));
    expect(deletes('account').length).toBe(1_000 / 50 + 1);
    expect(deletes('access_event').length).toBe(4);
    expect([...deletes('account'), ...deletes('access_event')].every((one) => / limit /.test(one))).toBe(
      true,
    );
    expect(await countOf('account', first.id)).toBe(0);
    expect(await countOf('access_event', first.id)).toBe((before ?? 0) - 3_500);
    expect(lines.filter((line) => line.includes('could not be removed')).join()).toContain(
      'passkey_ceremony',
    );
    await keepHouse(world);
  });

  it('C182 what is left over goes on in a job of its own', async () => {
    const { first } = await aRoster(301, new Date(world.clock.now().getTime() - 1_000));
    const ended = new AbortController();
    ended.abort();
    await keepHouse(world, { ending: ended.signal });
    expect(await countOf('account', first.id)).toBeGreaterThan(0);
    await expect.poll(() => countOf('account', first.id), { timeout: 30_000 }).toBe(0);
  });

  it('C182 every foreign key has an index, so that no deletion reads a whole table', async () => {
    // The first columns of some whole index are those of the key.
    const without = await world.rows(`
      select c.conrelid::regclass::text as "table", c.conname as "key"
        from pg_constraint c join pg_namespace n on n.oid = c.connamespace
       where c.contype = 'f' and n.nspname = 'public'
         and not exists (
           select 1 from pg_index i
            where i.indrelid = c.conrelid and i.indpred is null
              and (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(c.conkey)] @> c.conkey)`);
    expect(without).toEqual([]);
  });
});
