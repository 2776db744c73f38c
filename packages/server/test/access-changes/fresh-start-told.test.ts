import {
  ChangeUsernameDocument,
  ClientDocument,
  RequestFreshStartDocument,
  StopAccessChangeDocument,
  UpdateClientDocument,
} from '@latchstring/operations';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { enqueueDueFreshStarts } from '../../src/features/access-changes/due-fresh-starts.ts';
import { loggedInBrowser, logIn } from '../world/acts.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { Provider, textOf } from '../world/provider.ts';
import { useWorld } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, timeoutMs: 500 } as const;
const world = useWorld({ env: { mail, mailFrom: 'no-reply@mail.test' } });
afterAll(() => provider.close());
afterEach(async () => {
  provider.mood = 'accepts';
  provider.listMood = 'accepts';
  await world.settle();
});

const DAY_MS = 24 * 60 * 60_000;
let pairs = 0;

/** A registered client, and what another mailbox of their coach's asks for. */
async function aPair() {
  pairs += 1;
  const coach = await aCoach(world, { email: `coach-${pairs}@northwind.test` });
  const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId });
  const mine = `elsewhere-${pairs}@coach.test`;
  const ask = async () => {
    const coaching = await loggedInBrowser(world, coach);
    return (await coaching.run(RequestFreshStartDocument, { id: client.id, email: mine })).requestFreshStart;
  };
  return { coach, client, mine, ask };
}

/** What stands on the provider's lists, and is known here as long ago as this. */
async function suppress({ id, email }: Person, list: 'bounces' | 'complaints', days: number) {
  provider.lists[list].add(email);
  await world.rows('update account set email_state = ?, email_state_at = ? where id = ?', [
    list === 'bounces' ? 'BOUNCED' : 'COMPLAINED',
    new Date(world.clock.now().getTime() - days * DAY_MS),
    id,
  ]);
}

async function pass(days: number) {
  world.clock.advance(days * DAY_MS);
  await enqueueDueFreshStarts(world.app.open());
  await world.settle();
}

/** Subjects of what really arrived in this mailbox. */
const arrived = (address: string) =>
  provider.delivered
    .map(({ form }) => form)
    .filter((form) => form.get('to') === address)
    .map((form) => textOf(form, 'subject').split(': ')[1]);

async function stopByNewest(address: string) {
  const texts = provider.delivered.filter(({ form }) => form.get('to') === address);
  const token = /\/stop#([\w-]{22})/.exec(textOf(texts.at(-1)?.form, 'text'))?.[1] ?? '';
  return (await world.browser().run(StopAccessChangeDocument, { token })).stopAccessChange.__typename;
}

const stillGetsIn = async ({ username, password }: Person) =>
  (await logIn(world.browser(), username, password)).__typename;

const changeOf = async ({ id }: Person) =>
  (
    await world.rows<{ noticed_at: unknown; reminded_at: unknown; ended_as: string | null }>(
      'select noticed_at, reminded_at, ended_as from access_change where account_id = ?',
      [id],
    )
  )[0];

describe('a fresh start is told to its owner, or it does not happen', () => {
  it.each([
    ['called a mail spam a month ago', 'complaints', 31],
    ['had a mail come back once', 'bounces', 1],
  ] as const)('one who %s reads of it twice and can stop it', async (_, list, days) => {
    const { client, mine, ask } = await aPair();
    await suppress(client, list, days);
    expect((await ask()).__typename).toBe('ClientSaved');
    await world.settle();
    expect(arrived(client.email)).toEqual(['your account is to start over']);
    provider.lists[list].add(client.email);
    await pass(6);
    expect(arrived(client.email)).toEqual([
      'your account is to start over',
      'your account starts over tomorrow',
    ]);
    expect(await stopByNewest(client.email)).toBe('AccessChangeStopped');
    await pass(1);
    expect(arrived(mine)).toEqual([]);
    expect(await stillGetsIn(client)).toBe('LoggedIn');
  });

  it('what only the provider knows of the address keeps nothing back either, and the last letter arrives too', async () => {
    const { client, mine, ask } = await aPair();
    await ask();
    await world.settle();
    await pass(6);
    for (const list of ['bounces', 'complaints'] as const) provider.lists[list].add(client.email);
    await pass(1);
    expect(arrived(mine)).toEqual(['start over with your account']);
    expect(arrived(client.email)).toContain('your account has started over');
  });

  it('who called a mail spam within 30 days has that mailbox: the coach is told to call them', async () => {
    const { client, ask } = await aPair();
    await suppress(client, 'complaints', 29);
    expect(await ask()).toMatchObject({
      __typename: 'InvalidInput',
      fields: [
        { field: 'id', message: expect.stringMatching(/marked our mail as spam.*Call them/) as string },
      ],
    });
    await pass(1);
    expect((await ask()).__typename).toBe('ClientSaved');
  });

  it('P105 a notice that the provider refuses ends it: nobody was told, so nothing happens, and the coach hears', async () => {
    const { coach, client, mine, ask } = await aPair();
    provider.mood = (form) => (form.get('to') === client.email ? 'answers 400' : 'accepts');
    await ask();
    await world.settle();
    provider.mood = 'accepts';
    expect(await changeOf(client)).toMatchObject({ noticed_at: null, ended_as: 'WITHDRAWN' });
    expect(arrived(coach.email)).toContain('the fresh start of Maria Keller is off');
    for (const days of [6, 1, 1, 6]) await pass(days);
    expect(arrived(mine)).toEqual([]);
    expect(await stillGetsIn(client)).toBe('LoggedIn');
    expect((await ask()).__typename).toBe('ClientSaved');
  });

  it('P105 a provider that lifts nothing might swallow the notice: it does not go, and no day is counted', async () => {
    const { client, mine, ask } = await aPair();
    await suppress(client, 'bounces', 1);
    provider.listMood = 'answers 403';
    await ask();
    await expect
      .poll(() =>
        world.rows(`select 1 from pgboss.job where state = 'retry' and name = 'access-change-letter'`),
      )
      .toHaveLength(1);
    expect(await changeOf(client)).toMatchObject({ noticed_at: null, ended_as: null });
    provider.listMood = 'accepts';
    await world.settle();
    expect(arrived(client.email)).toEqual(['your account is to start over']);
    expect(arrived(mine)).toEqual([]);
  });

  it.each(['NOTICE', 'REMINDER'])(
    'C127 a %s that was given up is begun anew, and its days with it',
    async (letter) => {
      const { client, mine, coach, ask } = await aPair();
      const late = letter === 'REMINDER';
      if (late) {
        await ask();
        await world.settle();
      }
      provider.mood = 'answers 500';
      if (late) world.clock.advance(6 * DAY_MS);
      await (late ? enqueueDueFreshStarts(world.app.open()) : ask());
      const waiting = `from pgboss.job where state = 'retry' and name = 'access-change-letter'`;
      await expect.poll(() => world.rows(`select 1 ${waiting}`), { timeout: 10_000 }).toHaveLength(1);
      // What a day of tries comes to.
      await world.rows(`delete ${waiting}`);
      provider.mood = 'accepts';
      await pass(late ? 1 : 6.9);
      await pass(0.1);
      expect(arrived(mine)).toEqual([]);
      expect(arrived(client.email)).toEqual(['your account is to start over']);
      await pass(late ? 0.9 : 6);
      expect(arrived(client.email)).toEqual([
        'your account is to start over',
        'your account starts over tomorrow',
      ]);
      const { client: seen } = await (
        await loggedInBrowser(world, coach)
      ).run(ClientDocument, { id: client.id });
      expect(seen?.freshStartAt).toBe(new Date(world.clock.now().getTime() + DAY_MS).toISOString());
      await pass(0.9);
      expect(arrived(mine)).toEqual([]);
      await pass(0.1);
      expect(arrived(mine)).toEqual(['start over with your account']);
    },
  );

  it('a notice whose answer got lost is found at the provider: told once, and counted', async () => {
    const { client, ask } = await aPair();
    provider.mood = (form) => (form.get('to') === client.email ? 'hangs after accepting' : 'accepts');
    await ask();
    await world.settle();
    provider.mood = 'accepts';
    expect(arrived(client.email)).toEqual(['your account is to start over']);
    expect((await changeOf(client))?.noticed_at).not.toBeNull();
    await pass(6);
    expect((await changeOf(client))?.reminded_at).not.toBeNull();
  });
});

describe('an owner who called their coach’s mail spam', () => {
  it('is warned all the same: of a proposed address, and of what is changed in their account', async () => {
    const { coach, client, mine } = await aPair();
    await suppress(client, 'complaints', 1);
    const coaching = await loggedInBrowser(world, coach);
    await coaching.run(UpdateClientDocument, {
      id: client.id,
      input: { email: mine, onDuplicateEmail: 'ASK' },
    });
    await world.settle();
    expect(arrived(client.email)).toEqual(['a new email address is proposed for you']);
    expect(await stopByNewest(client.email)).toBe('AccessChangeStopped');
    await world.settle();
    await suppress(client, 'complaints', 1);
    const phone = await loggedInBrowser(world, client);
    await phone.run(ChangeUsernameDocument, { username: `anew.${pairs}` });
    await world.settle();
    expect(arrived(client.email).at(-1)).toBe('your username was changed');
  });
});
