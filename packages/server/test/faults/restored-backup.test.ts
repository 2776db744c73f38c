import {
  LogoutDocument,
  RequestFreshStartDocument,
  RequestLoginLinkDocument,
  StopAccessChangeDocument,
} from '@latchstring/operations';
import { describe, expect, inject, it } from 'vitest';
import { securityLetterQueue } from '../../src/features/accounts/index.ts';
import { queueDeliveries } from '../../src/features/messages/sending/delivery-store.ts';
import { inTransaction } from '../../src/platform/database/in-transaction.ts';
import { newId } from '../../src/platform/random-token.ts';
import { apiToken, askForLink, bearer, loggedInBrowser, me, redeem } from '../world/acts.ts';
import { admin } from '../world/admin.ts';
import { backUp } from '../world/backup.ts';
import { changeToken } from '../world/changes.ts';
import { aClient, aCoach } from '../world/people.ts';
import { aMessage, deliverNow, MINUTE_MS } from '../world/sending.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();

const look = async () => {
  const { statusCode, body } = await world.browser().send('GET', '/readyz');
  return { statusCode, body };
};

async function askWith(secret: string): Promise<number> {
  const payload = JSON.stringify({ query: '{ me { id } }' });
  const headers = { 'content-type': 'application/json', ...bearer(secret) };
  return (await world.browser().send('POST', '/graphql', { payload, headers })).statusCode;
}

/** Every letter so far. */
async function subjects(): Promise<string[]> {
  return (await world.letters()).map(({ to, subject }) => `${to}: ${subject}`).sort();
}

/** What is due by now is done, also what the provider has to be asked about three times. */
async function tenMinutes(): Promise<void> {
  for (let minutes = 0; minutes < 12; minutes += 1) {
    world.clock.advance(MINUTE_MS);
    await deliverNow(world);
  }
}

describe.runIf(inject('postgres'))('C183 a backup of yesterday that was restored', () => {
  it('brings nothing back to life, sends nothing twice, and serves nobody before that is settled', async () => {
    const coach = await aCoach(world, { practiceName: 'Northwind' });
    const own = { coachId: coach.id, practiceId: coach.practiceId };
    const [maria, lost] = [await aClient(world, own), await aClient(world, own)];
    const session = await loggedInBrowser(world, maria);
    const secret = await apiToken(world, coach, ['ACCOUNT_READ']);
    const link = (await askForLink(world, maria)).token();
    const coaching = await loggedInBrowser(world, coach);
    await coaching.run(RequestFreshStartDocument, { id: lost.id, email: 'anew@client.test' });
    const stop = await changeToken(world, lost.email, 'STOP');

    // What waits at the time of the backup: mails of a message, a letter, a message for later, and a request for help.
    await world.reopen({}, { worker: false });
    const [queued, scheduled] = [newId(), newId()];
    const createdAt = world.clock.now();
    await aMessage(world, coach, { id: queued, state: 'SENDING', createdAt });
    await aMessage(world, coach, { id: scheduled, state: 'SCHEDULED', createdAt });
    await world.rows('update message set client_ids = ?, scheduled_for = ?', [
      JSON.stringify([maria.id, lost.id]),
      new Date(createdAt.getTime() + 5 * MINUTE_MS),
    ]);
    await inTransaction(world.app.open(), (inside) => queueDeliveries(inside, queued));
    const { em, jobs } = world.app.open();
    const told = {
      kind: 'PASSWORD_CHANGED',
      accountId: maria.id,
      at: createdAt.toISOString(),
      device: '',
    } as const;
    await jobs.enqueue(em, securityLetterQueue, told);
    await world.browser().run(RequestLoginLinkDocument, { username: lost.username });
    const restore = backUp(world.env.databaseUrl ?? '', world.env.dataDir);

    await world.reopen({}, { worker: true });
    await tenMinutes();
    expect((await redeem(world.browser(), link)).__typename).toBe('LoggedIn');
    await session.run(LogoutDocument, {});
    await world.rows('delete from api_token');
    await world.browser().run(StopAccessChangeDocument, { token: stop });
    const before = await subjects();
    for (const reader of [maria, lost])
      expect(before.filter((each) => each === `${reader.email}: News`)).toHaveLength(2);
    expect(before.filter((each) => each.includes('your password was changed'))).toHaveLength(1);

    await world.leave();
    restore();
    await expect(world.reopen({}, { worker: true })).rejects.toThrow(
      /came back from a backup.*`admin restored`/,
    );
    await world.reopen({}, { worker: false });
    expect(await look()).toEqual({
      statusCode: 503,
      body: expect.stringMatching(/^not ready: .*run the command `admin restored`\n$/) as string,
    });
    expect(await askWith(secret)).toBe(503);
    expect((await world.browser().send('POST', '/%67raphql', { payload: '{}' })).statusCode).toBe(503);

    expect((await admin(world, 'restored')).facts).toMatchObject({
      accountsWithTokens: 1,
      changes: 1,
      mails: { asked: 2, held: 0, waiting: 1 },
    });
    expect(await look()).toEqual({ statusCode: 200, body: 'ready\n' });
    expect((await redeem(world.browser(), link)).__typename).toBe('LoginLinkUnusable');
    expect(await me(session)).toBeNull();
    expect(await me(coaching)).toBeNull();
    expect(await askWith(secret)).toBe(401);

    await world.reopen({}, { worker: true });
    await tenMinutes();
    // Who is told of the fresh start that is off, and nobody of anything else.
    const after = await subjects();
    for (const subject of before) after.splice(after.indexOf(subject), 1);
    expect(after).toEqual([
      `${coach.email}: Northwind: the fresh start of Maria Keller is off`,
      `${lost.email}: Northwind: the fresh start of your account was stopped`,
    ]);
    expect(await world.rows('select distinct state from delivery')).toEqual([{ state: 'SENT' }]);
    expect(await world.rows(`select ended_as from access_change where account_id = ?`, [lost.id])).toEqual([
      { ended_as: 'WITHDRAWN' },
    ]);

    // At the operator's word: of the letter the provider is asked all the same, of the message it can't be.
    await admin(world, 'restored', '--release-mail');
    await tenMinutes();
    const released = await subjects();
    for (const subject of [...before, ...after]) released.splice(released.indexOf(subject), 1);
    expect(released).toEqual([maria, lost].map(({ email }) => `${email}: News`).sort());
    await expect(admin(world, 'restored')).rejects.toThrow(/--unseen/);
    expect(await look()).toEqual({ statusCode: 200, body: 'ready\n' });
  }, 120_000);
});
