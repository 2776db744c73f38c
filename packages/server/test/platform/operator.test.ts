import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCoach, Refusal, renamePractice, setPractice } from '../../src/features/accounts/index.ts';
import { inTransaction } from '../../src/platform/database/in-transaction.ts';
import type { Mechanisms } from '../../src/request-context.ts';
import { queueDeliveries } from '../../src/features/messages/sending/delivery-store.ts';
import { newId } from '../../src/platform/random-token.ts';
import { apiToken, askForLink, bearer, logIn, loggedInBrowser, me, redeem } from '../world/acts.ts';
import { admin } from '../world/admin.ts';
import { aClient, aCoach } from '../world/people.ts';
import { aMessage, deliverNow } from '../world/sending.ts';
import { buildServer, ofNode, startHouse } from '../world/own-process.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();

const ada = {
  practice: 'Westwind Coaching',
  firstName: 'Ada',
  lastName: 'Byron',
  email: 'ada@westwind.example.com',
};

/** What is wrong with it, in the words of the refusal; null: it was done. */
async function faultOf(work: (context: Mechanisms) => Promise<unknown>): Promise<string | null> {
  try {
    await inTransaction(world.app.open(), work);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.message;
  }
}
const create = (input: Partial<Parameters<typeof createCoach>[1]>) =>
  faultOf((context) => createCoach(context, { ...ada, ...input }));
const count = async (table: 'account' | 'practice') =>
  (await world.rows<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n;

describe('a coach whom the operator makes', () => {
  it.each([
    [{ practice: 'x'.repeat(121) }, '--practice: Use at most 120 characters.'],
    [{ firstName: 'x'.repeat(101) }, '--first-name: Use at most 100 characters.'],
    [{ lastName: 'A\r\nBcc: x@evil.test' }, '--last-name: A name is one line of text.'],
    [{ practice: 'West\nwind' }, '--practice: A name is one line of text.'],
    [{ email: `${'x'.repeat(320)}@example.com` }, '--email'],
    [{ email: ' ' }, '--email is missing.'],
    [{ username: 'ab' }, '--username: Use at least 3'],
    [{ timeZone: 'Atlantis' }, '--time-zone: Use a name like'],
  ])('with %j is refused, and nobody is made', async (wrong, words) => {
    expect(await create(wrong)).toContain(words);
    expect([await count('account'), await count('practice')]).toEqual([0, 0]);
  });

  it('C172 is never a second one at the same address in silence', async () => {
    expect(await create({ username: 'ada.one' })).toBeNull();
    for (const practice of [ada.practice, 'Eastwind Coaching'])
      expect(await create({ practice, email: 'ADA@westwind.example.com ' })).toMatch(
        /Ada Byron of Westwind Coaching has this address.*--username ada\.one.*--another/,
      );
    expect([await count('account'), await count('practice')]).toEqual([1, 1]);
    expect(await create({ another: true })).toBeNull();
    expect([await count('account'), await count('practice')]).toEqual([2, 1]);
  });

  it('C172 comes into the practice that is there, however its spaces are typed, and never into a twin of it', async () => {
    expect(await create({ practice: ' Westwind  Coaching', email: 'b@westwind.example.com' })).toBeNull();
    expect(await create({ practice: 'WESTWIND coaching', email: 'c@westwind.example.com' })).toContain(
      'It looks like “Westwind Coaching”',
    );
    expect(await count('practice')).toBe(1);
  });

  it('C172 brings no other support address to a practice that is there', async () => {
    const email = 'd@westwind.example.com';
    expect(await create({ email, supportEmail: 'help@westwind.example.com' })).toMatch(
      /Westwind Coaching is here already, with ada@westwind\.example\.com.*admin set-practice/,
    );
    expect(await create({ email, supportEmail: ada.email })).toBeNull();
    expect(await faultOf((c) => setPractice(c, { practice: ada.practice, supportEmail: 'help' }))).toContain(
      '--support-email: ',
    );
  });

  it('C172 finds a practice renamed under the rules of a new one', async () => {
    expect(await create({ practice: 'Iron Arc', email: 'e@iron.example.com' })).toBeNull();
    const rename = (practice: string, to: string) =>
      faultOf((context) => renamePractice(context, { practice, to }));
    expect(await rename('Iron Arc', 'Westwind coaching')).toContain('It looks like “Westwind Coaching”');
    expect(await rename('Nobody', 'Somebody')).toContain('there is no practice called "Nobody"');
    expect(await rename('Iron Arc', 'IRON ARC')).toBeNull();
    expect(await create({ practice: 'Iron Arc', email: 'f@iron.example.com' })).toContain('It looks like');
  });
});

describe('a coach whom the operator deactivates', () => {
  it('has no way in any more, what was to go by itself waits, and nothing of it comes back', async () => {
    const coach = await aCoach(world, { practiceName: 'Farewell' });
    const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId });
    const browser = await loggedInBrowser(world, coach);
    const token = await apiToken(world, coach, ['CLIENTS_READ']);
    const link = (await askForLink(world, coach)).token();
    const [later, queued] = [newId(), newId()];
    const createdAt = world.clock.now();
    for (const id of [later, queued]) await aMessage(world, coach, { id, state: 'SCHEDULED', createdAt });
    await world.rows(`update message set client_ids = ?, scheduled_for = ? where coach_id = ?`, [
      JSON.stringify([client.id]),
      new Date(createdAt.getTime() + 60_000),
      coach.id,
    ]);
    await inTransaction(world.app.open(), async (inside) => {
      await inside.em.execute(`update message set state = 'SENDING' where id = ?`, [queued]);
      await queueDeliveries(inside, queued);
    });

    expect((await admin(world, 'deactivate-coach', '--username', coach.username)).facts).toMatchObject({
      stopped: { messages: 1, deliveries: 1 },
    });
    const isOut = async () => {
      expect(await me(browser)).toBeNull();
      expect((await redeem(world.browser(), link)).__typename).toBe('LoginLinkUnusable');
      const { statusCode } = await world.browser().send('POST', '/graphql', {
        payload: JSON.stringify({ query: '{ me { id } }' }),
        headers: { 'content-type': 'application/json', ...bearer(token) },
      });
      expect(statusCode).toBe(401);
    };
    await isOut();
    expect((await logIn(world.browser(), coach.username, coach.password)).__typename).toBe('AccountInactive');
    await expect(admin(world, 'login-link', '--username', coach.username)).rejects.toThrow(
      /reactivate-coach/,
    );
    world.clock.advance(120_000);
    await deliverNow(world);
    await admin(world, 'reactivate-coach', '--username', coach.username);
    await deliverNow(world);
    expect(await world.letters(client.email)).toEqual([]);
    expect(
      await world.rows(
        `select m.state, d.state as mail from message m left join delivery d on d.message_id = m.id
        where m.coach_id = ? order by m.state`,
        [coach.id],
      ),
    ).toEqual([
      { state: 'CANCELLED', mail: null },
      { state: 'SENT', mail: 'HELD' },
    ]);
    await isOut();
    expect((await logIn(world.browser(), coach.username, coach.password)).__typename).toBe('LoggedIn');
    await expect(admin(world, 'login-link', '--username', client.username)).rejects.toThrow(/is no coach/);
    expect((await admin(world, 'login-link', '--username', coach.username)).facts).toHaveProperty('link.url');
  });
});

describe('the command line', () => {
  let dataDir: string;
  beforeAll(async () => {
    buildServer();
    dataDir = await mkdtemp(join(tmpdir(), 'latchstring-operator-'));
  }, 120_000);
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  const settings = () => ({ DATA_DIR: dataDir, DEMO_DATA: '0', MAIL_FROM: 'no-reply@mail.test' });

  /** What `admin` prints, and the code it ends with. */
  function command(...words: string[]): Promise<{ code: number; out: string; err: string }> {
    const main = join(import.meta.dirname, '../../dist/admin.js');
    const env = { ...ofNode, ...settings() };
    return new Promise((resolve) => {
      execFile(process.execPath, [main, ...words], { env }, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
      );
    });
  }
  const facts = async (...words: string[]) => JSON.parse((await command(...words, '--json')).out) as unknown;

  it('helps, and refuses words that are no command, without a database', async () => {
    const [help, of, wrong, missing] = await Promise.all([
      command(),
      command('help', 'create-coach'),
      command('make-coach'),
      command('create-coach', '--practice', 'x'),
    ]);
    expect(help).toMatchObject({ code: 0, err: '' });
    for (const name of ['create-coach', 'list-practices', 'deactivate-coach', 'set-practice'])
      expect(help.out).toContain(name);
    expect(of).toMatchObject({ code: 0, out: expect.stringContaining('--support-email') as string });
    expect(wrong).toMatchObject({ code: 2, out: '', err: expect.stringContaining('make-coach') as string });
    expect(missing).toMatchObject({ code: 2, err: expect.stringContaining('--first-name') as string });
  }, 60_000);

  it('makes a coach and tells of them', async () => {
    const practice = ['--practice', 'Westwind Coaching'];
    const coach = ['--first-name', 'Ada', '--last-name', 'Byron', '--email', 'ada@westwind.example.com'];
    const made = await command('create-coach', ...practice, ...coach, '--username', 'ada.byron');
    const token = /\/login\/link#([\w-]{22})$/m.exec(made.out)?.[1] ?? '';
    expect(made.code).toBe(0);
    expect(await command('create-coach', ...practice, ...coach)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('--another') as string,
    });
    expect(await facts('list-coaches')).toMatchObject([
      { username: 'ada.byron', practice: 'Westwind Coaching', status: 'ACTIVE', clients: 0 },
    ]);
    const house = await startHouse(settings());
    const browser = house.browser();
    expect((await redeem(browser, token)).__typename).toBe('LoggedIn');
    expect((await me(browser))?.practice).toMatchObject({ name: 'Westwind Coaching' });
    await house.end();
  }, 180_000);
});
