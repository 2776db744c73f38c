import {
  AddClientDocument,
  CreateApiTokenDocument,
  RecoverUsernameDocument,
  RequestLoginLinkDocument,
  SaveDraftDocument,
  SaveMessageTemplateDocument,
  SendMessageDocument,
  type MessageInput,
} from '@latchstring/operations';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { product } from '../../src/features.ts';
import { createSchema } from '../../src/schema.ts';
import { askForLink, logIn, loggedInBrowser, redeem } from '../world/acts.ts';
import { argumentsWith, documentsFor, idPaths, rootFields } from '../world/ask-everything.ts';
import type { Browser } from '../world/browser.ts';
import { grow } from '../world/grow.ts';
import { keepHouse } from '../world/keep-house.ts';
import { isLong } from '../world/long-form.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { statementsWithValues, type Statement } from '../world/statements.ts';
import { useWorld, withoutLimits } from '../world/world.ts';

const world = useWorld({ settings: withoutLimits });
const roots = rootFields(await createSchema());
const CLIENTS = 100_000;
/** A table as small as that is read as fast as its index. */
const SMALL = 1_000;

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Filter?: string;
  Plans?: Plan[];
}

function scannedIn(plan: Plan): string[] {
  const below = plan.Plans ?? [];
  // Whatever stands first is enough: it ends there.
  if (plan['Node Type'] === 'Limit' && below.every((one) => isScan(one) && !one.Filter)) return [];
  return [...(isScan(plan) ? [plan['Relation Name'] ?? ''] : []), ...below.flatMap(scannedIn)];
}

const isScan = (plan: Plan) => plan['Node Type'] === 'Seq Scan';

describe.runIf(inject('postgres') && isLong)('P134 with 100,000 accounts', () => {
  let dana: Person & { practiceId: string };
  let maria: Person;
  const large = new Set<string>();

  beforeAll(async () => {
    dana = await aCoach(world);
    const own = { coachId: dana.id, practiceId: dana.practiceId };
    maria = await aClient(world, own);
    const browser = await loggedInBrowser(world, dana);
    const input = message([maria.id]);
    await browser.run(SendMessageDocument, { input });
    await browser.run(SaveDraftDocument, { input });
    await browser.run(SaveMessageTemplateDocument, { name: 'Mine', subject: 'Hi', body: 'Hello' });
    await browser.run(CreateApiTokenDocument, { name: 'Mine', scopes: ['CLIENTS_READ'] });
    await world.settle();
    await grow(world, CLIENTS);
    await world.rows(`create table account_before as select * from account where coach_id = ? or id = ?`, [
      dana.id,
      dana.id,
    ]);
    const tables = await world.rows<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and reltuples > ${String(SMALL)}`,
    );
    for (const { name } of tables) large.add(name);
  }, 300_000);

  const message = (clientIds: string[], allActive = false): MessageInput => ({
    subject: 'Your way in',
    body: 'Hi [firstName], [loginLink]',
    bodyFormat: 'TEXT',
    copyToMe: true,
    recipients: { clientIds, allActive },
  });

  /** Each statement once, whatever its values: what was done at first. */
  async function readsFromEndToEnd(act: () => Promise<unknown>): Promise<string[]> {
    const seen = new Map<string, Statement>();
    for (const statement of await statementsWithValues(world, act))
      if (/^\s*(select|with|insert|update|delete)\b/i.test(statement.text) && !/pgboss/.test(statement.text))
        seen.set(statement.text, statement);
    const found: string[] = [];
    for (const { text, values } of seen.values())
      for (const table of (await scannedBy(text, values)).filter((name) => large.has(name)))
        found.push(`${table}: ${text.replaceAll(/\s+/g, ' ').trim()}`);
    return found;
  }

  async function scannedBy(text: string, values: unknown[]): Promise<string[]> {
    const sql = `explain (format json) ${text}`;
    const { rows } = await world.em.getKysely<unknown>().executeQuery({
      ...{ sql, parameters: values, queryId: { queryId: 'explain' } },
      query: { kind: 'RawNode', sqlFragments: [sql], parameters: [] },
    });
    const [{ 'QUERY PLAN': plans } = { 'QUERY PLAN': [] }] = rows as { 'QUERY PLAN': { Plan: Plan }[] }[];
    return plans.flatMap(({ Plan: plan }) => scannedIn(plan));
  }

  it('finds a table that is read from end to end', async () => {
    const found = await readsFromEndToEnd(() =>
      world.rows(`select 1 from account where last_name = 'Keller'`),
    );
    expect(found).toEqual([expect.stringMatching(/^account: /)]);
    expect(large.size).toBeGreaterThan(8);
  });

  it('no statement of a login, by password or by link, reads a large table from end to end', async () => {
    const known = world.browser();
    const found = await readsFromEndToEnd(async () => {
      await logIn(known, maria.username, 'not the password');
      await logIn(known, maria.username, maria.password ?? '');
      await known.run(RecoverUsernameDocument, { email: maria.email });
      await known.run(RequestLoginLinkDocument, { username: maria.username });
      await redeem(world.browser(), (await askForLink(world, maria)).token());
      await world.settle();
    });
    expect(found).toEqual([]);
  });

  it.each(['a coach', 'a client', 'a stranger'] as const)(
    'nor does anything that %s can ask',
    async (who) => {
      const person = who === 'a coach' ? dana : maria;
      const ids = await idsOf(dana);
      const found = new Set<string>();
      for (const root of roots) {
        await putBack();
        const paths = idPaths(root.field.args);
        const browser = who === 'a stranger' ? world.browser() : await loggedInBrowser(world, person);
        const reads = await readsFromEndToEnd(async () => {
          if (paths.length === 0) await ask(browser, root, [], maria.id);
          for (const path of paths) for (const id of ids) await ask(browser, root, path, id);
        });
        for (const read of reads) found.add(read);
      }
      expect([...found]).toEqual([]);
    },
    300_000,
  );

  /** Whoever may ask for everything changes names and passwords, and deactivates. */
  async function putBack(): Promise<void> {
    await world.rows(
      `update account a set status = 'ACTIVE', delete_at = null, password_hash = o.password_hash, username = o.username,
              username_key = o.username_key, email = o.email, email_key = o.email_key, login_link_policy = 'ALLOWED'
         from account_before o where o.id = a.id`,
    );
  }

  async function ask(
    browser: Browser,
    root: (typeof roots)[number],
    path: string[],
    id: string,
  ): Promise<void> {
    const variables = argumentsWith(root.field.args, path, { id, ownClient: maria.id });
    for (const query of documentsFor(root, Object.keys(variables))) await browser.post({ query, variables });
  }

  /** One id of each kind that a coach has. */
  async function idsOf(coach: Person): Promise<string[]> {
    const rows = await world.rows<{ id: string }>(
      `select * from (
         (select id from account where coach_id = ? limit 1)
         union all (select id from message where coach_id = ? and state = 'SENT' limit 1)
         union all (select id from message where coach_id = ? and state = 'DRAFT' limit 1)
         union all (select id from message_template where coach_id = ? limit 1)
         union all (select id from api_token where account_id = ? limit 1)
         union all (select d.id from delivery d join message m on m.id = d.message_id where m.coach_id = ? limit 1)) ids`,
      Array.from({ length: 6 }, () => coach.id),
    );
    return rows.map(({ id }) => id);
  }

  it('nor does sending, what falls due, or the housekeeping', async () => {
    await putBack();
    const browser = await loggedInBrowser(world, dana);
    const input = { firstName: 'A', lastName: 'B', email: 'a.b@client.test' };
    const found = await readsFromEndToEnd(async () => {
      await browser.run(AddClientDocument, { input, invite: true });
      await browser.run(SendMessageDocument, { input: message([], true) });
      await world.settle();
      for (const look of product.due) await look(world.app.open());
      await keepHouse(world);
    });
    expect(found).toEqual([]);
  });
});
