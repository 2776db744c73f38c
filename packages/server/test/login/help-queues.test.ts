import { RecoverUsernameDocument, RequestLoginLinkDocument } from '@latchstring/operations';
import { afterAll, afterEach, describe, expect, inject, it } from 'vitest';
import { lookUpByEmail, lookUpByLink, lookUpByUsername } from '../../src/features/login/helper/look-up.ts';
import { hashToken } from '../../src/platform/random-token.ts';
import { redeem } from '../world/acts.ts';
import { aClient, type Person } from '../world/people.ts';
import { Provider, textOf } from '../world/provider.ts';
import { tokenOf } from '../world/sending.ts';
import { statementsDuring } from '../world/statements.ts';
import { promptRetries, useWorld } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, timeoutMs: 55_000 } as const;
const world = useWorld({
  ...promptRetries,
  env: { mail, mailFrom: 'no-reply@mail.test', logLevel: 'error' },
});
/** More than there are places for; the embedded database has one connection, and takes long for so many. */
const crowd = inject('postgres') ? 110 : 50;
/** Here the jobs stay where they are. */
const still = useWorld({ worker: false });
afterAll(() => provider.close());
afterEach(async () => {
  provider.mood = 'accepts';
  provider.hangUp();
  await world.settle(120_000);
});

const asker = { browserHash: null, device: 'Firefox on Windows', language: 'en' as const };
const inUnits = { timeout: 60_000, interval: 20 };

const withoutValues = (statement: string) => statement.replaceAll(/'[^']*'/g, '?');

/** What looking up does, and the one job that it leaves. */
async function lookUp(work: (tools: ReturnType<typeof still.app.open>) => Promise<void>) {
  const statements = await statementsDuring(still, () => work(still.app.open()));
  const jobs = await still.rows<{ data: Record<string, unknown>; group_id: string }>(
    `delete from pgboss.job where name = 'help-letter' returning data, group_id`,
  );
  expect(jobs).toHaveLength(1);
  const fields = Object.keys(jobs[0]?.data ?? {}).sort();
  return { statements: statements.map(withoutValues), fields, groupLength: jobs[0]?.group_id.length };
}

describe('looking up and mailing are two queues', () => {
  it('C122 looking up does the same for a hit, a miss and whoever gets no link, and leaves the same job', async () => {
    const people = [
      await aClient(still),
      await aClient(still, { status: 'INACTIVE' }),
      await aClient(still, { loginLinkPolicy: 'NEVER' }),
      await aClient(still, { registered: false, password: null }),
    ];
    const miss = { username: 'nobody.at.home', email: 'nobody@client.test' };
    const byName = ({ username }: Pick<Person, 'username'>) =>
      lookUp((tools) => lookUpByUsername(tools, { usernameKey: username, ...asker }));
    let source = 0;
    const byEmail = ({ email }: Pick<Person, 'email'>) =>
      lookUp((tools) => lookUpByEmail(tools, { email, source: `198.51.100.${(source += 1)}`, ...asker }));
    const byToken = (token: string) =>
      lookUp((tools) => lookUpByLink(tools, { tokenHash: hashToken(token), ...asker }));
    const [noName, noEmail] = [await byName(miss), await byEmail(miss)];
    for (const person of people) {
      expect(await byName(person)).toEqual(noName);
      expect(await byEmail(person)).toEqual(noEmail);
    }
    expect(noName.statements.filter((text) => /insert|update|delete/i.test(text))).toHaveLength(1);
    expect((await byToken('A'.repeat(22))).fields).toEqual(noName.fields);
  });

  it('C122 looking up calls no provider: it ends while every call hangs', async () => {
    provider.mood = 'hangs';
    const client = await aClient(world);
    await world.browser().run(RequestLoginLinkDocument, { username: client.username });
    await world.browser().run(RequestLoginLinkDocument, { username: 'nobody.at.home' });
    const openJobs = () =>
      world.rows<{ name: string; state: string }>(
        `select name, state from pgboss.job where state in ('created', 'active') and name <> 'housekeeping'`,
      );
    await expect.poll(openJobs, inUnits).toEqual([{ name: 'help-letter', state: 'active' }]);
  }, 120_000);

  it.each([
    ['whose names a stranger guesses', 'hangs' as const],
    ['that nobody has', 'accepts' as const],
  ])(
    'C122 a letter of one’s own reaches the provider while the calls for a crowd of accounts hang, more than there are places: %s',
    async (title, mood) => {
      const isHit = mood === 'hangs';
      const own = await aClient(world);
      const others: Pick<Person, 'username' | 'email'>[] = [];
      for (let n = 0; n < crowd; n += 1)
        others.push(
          isHit ? await aClient(world, { password: null }) : { username: `no.${n}`, email: `no${n}@x.test` },
        );
      const isOther = new Set(others.map(({ email }) => email));
      provider.mood = (form) => (isOther.has(textOf(form, 'to')) ? 'hangs' : 'accepts');
      const calls = provider.calls;
      for (const { username } of others) await world.browser().run(RequestLoginLinkDocument, { username });
      if (isHit) await expect.poll(() => provider.calls - calls, inUnits).toBeGreaterThan(crowd - 11);
      await world.browser().run(RequestLoginLinkDocument, { username: own.username });
      await expect.poll(() => provider.to(own.email).length, inUnits).toBe(1);
      if (isHit) {
        const hanging = await world.rows<{ n: number }>(
          `select count(*)::int as n from pgboss.job where name = 'help-letter' and state = 'active'`,
        );
        expect(hanging[0]?.n, title).toBeGreaterThan(crowd - 11);
      }
      expect((await redeem(world.browser(), tokenOf(provider.to(own.email)[0]))).__typename).toBe('LoggedIn');
    },
    180_000,
  );

  it('C122 letters for one address take few of the places, and those for others go meanwhile', async () => {
    const email = 'one.of.many@client.test';
    const family: Person[] = [];
    for (let n = 0; n < 20; n += 1) family.push(await aClient(world, { email, password: null }));
    const own = await aClient(world);
    provider.mood = (form) => (textOf(form, 'to') === email ? 'hangs' : 'accepts');
    const calls = provider.calls;
    for (const { username } of family) await world.browser().run(RequestLoginLinkDocument, { username });
    await expect.poll(() => provider.calls - calls, inUnits).toBe(12);
    await world.browser().run(RecoverUsernameDocument, { email: own.email });
    await expect.poll(() => provider.to(own.email).length, inUnits).toBe(1);
    expect(provider.calls - calls).toBe(13);
  }, 180_000);
});
