import {
  InspectLoginLinkDocument,
  RenewLoginLinkDocument,
  RetryDeliveryDocument,
  RevokeLoginLinksDocument,
} from '@latchstring/operations';
import { afterAll, afterEach, describe, expect, inject, it } from 'vitest';
import { createApp, type App } from '../../src/app.ts';
import { createLog } from '../../src/platform/log.ts';
import { redeem } from '../world/acts.ts';
import { Provider, textOf } from '../world/provider.ts';
import { deliverNow, eachLinkLogsIn, MINUTE_MS, sendTo, tokenOf } from '../world/sending.ts';
import { useWorld } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, timeoutMs: 3_000 } as const;
const world = useWorld({ env: { mail, mailFrom: 'no-reply@mail.test' } });
const HOUR_MS = 60 * MINUTE_MS;
afterAll(() => provider.close());
afterEach(async () => {
  provider.mood = 'accepts';
  provider.retryAfter = '120';
  provider.hasLogs = true;
  provider.hasOwnIds = false;
  await world.settle();
});

const inspect = async (token: string) =>
  (await world.browser().run(InspectLoginLinkDocument, { token })).inspectLoginLink;

const inSeconds = (seconds: number) => new Date(world.clock.now().getTime() + seconds * 1_000);

describe('a provider that says "too many"', () => {
  it.each<[string, () => string, number]>([
    ['120 seconds', () => '120', 120],
    ['600 seconds', () => '600', 600],
    ['a date', () => inSeconds(900).toUTCString(), 900],
  ])('C075 is left alone for as long as it asks: %s', async (_kind, header, seconds) => {
    provider.mood = 'answers 429';
    provider.retryAfter = header();
    const { look, later, people } = await sendTo(world, 3);
    expect(await look()).toMatchObject({ state: 'SENDING', deliveryCounts: { queued: 3 } });
    provider.mood = 'accepts';
    const calls = provider.calls;
    expect(await later((seconds - 2) * 1_000)).toMatchObject({ deliveryCounts: { queued: 3 } });
    expect(provider.calls).toBe(calls);
    expect(await later(3_000)).toMatchObject({ state: 'SENT', deliveryCounts: { sent: 3 } });
    await eachLinkLogsIn(world, provider, people);
  });

  it('C075 is not called for another message either', async () => {
    provider.mood = 'answers 429';
    const one = await sendTo(world, 1);
    await one.look();
    provider.mood = 'accepts';
    const calls = provider.calls;
    const { look, later, people } = await sendTo(world, 2);
    expect(await look()).toMatchObject({ deliveryCounts: { queued: 2 } });
    expect(provider.calls).toBe(calls);
    expect(await later(121_000)).toMatchObject({ state: 'SENT' });
    await eachLinkLogsIn(world, provider, [...one.people, ...people]);
  });
});

describe('a provider that is down', () => {
  it('C037 while a coach takes the login links back: those that have not gone yet never do', async () => {
    let firstOne = '';
    provider.mood = (form) => {
      firstOne ||= textOf(form, 'to');
      return textOf(form, 'to') === firstOne ? 'accepts' : 'answers 500';
    };
    const { browser, id, look, later, people } = await sendTo(world, 3);
    expect(await look()).toMatchObject({ deliveryCounts: { sent: 1, queued: 2 } });
    await browser.run(RevokeLoginLinksDocument, { messageId: id });
    provider.mood = 'accepts';
    for (const minutes of [1, 2, 7]) await later(minutes * MINUTE_MS);
    expect(await look()).toMatchObject({ state: 'SENT', deliveryCounts: { sent: 1, held: 2 } });
    const held = (await look())?.deliveries.nodes.filter(({ state }) => state === 'HELD') ?? [];
    expect(held).toHaveLength(2);
    for (const { reason } of held) expect(reason).toContain('took back');
    await browser.run(RetryDeliveryDocument, { id: held[0]?.id ?? '' });
    await look();
    const tokens = people.flatMap(({ email }) => provider.to(email)).map(tokenOf);
    expect(tokens).toHaveLength(1);
    expect((await redeem(world.browser(), tokens[0] ?? '')).__typename).toBe('LoginLinkUnusable');
  });

  it('C028 from Monday to Tuesday: the link lives 72 hours from Tuesday, when it was taken', async () => {
    provider.mood = 'refuses connections';
    const { lookAgain, people } = await sendTo(world, 2);
    for (let hours = 0; hours < 24; hours += 1) {
      world.clock.advance(HOUR_MS);
      await deliverNow(world);
    }
    provider.mood = 'accepts';
    for (let i = 0; i < 4 && provider.to(people[1]?.email ?? '').length === 0; i += 1) {
      world.clock.advance(5 * MINUTE_MS);
      await deliverNow(world);
    }
    const message = await lookAgain();
    expect(message).toMatchObject({ state: 'SENT', deliveryCounts: { sent: 2 } });
    const [one, other] = people.map(({ email }) => provider.to(email));
    expect([one?.length, other?.length]).toEqual([1, 1]);
    const ends = message?.deliveries.nodes.map(({ loginLinkExpiresAt }) => new Date(loginLinkExpiresAt ?? 0));
    for (const end of ends ?? [])
      expect(end.getTime() - world.clock.now().getTime()).toBeGreaterThan(71 * HOUR_MS);
    world.clock.advance(71 * HOUR_MS);
    expect((await redeem(world.browser(), tokenOf(one?.[0]))).__typename).toBe('LoggedIn');
    world.clock.advance(2 * HOUR_MS);
    expect((await redeem(world.browser(), tokenOf(other?.[0]))).__typename).toBe('LoginLinkUnusable');
  }, 60_000);
});

describe('a worker that dies', () => {
  it.each([true, false])(
    'C076 between the provider’s 200 and its own commit (a provider with logs: %s): nothing is sent again',
    async (hasLogs) => {
      provider.hasLogs = hasLogs;
      const { id, look, later, first, people } = await sendTo(world, 1);
      await look();
      const now = world.clock.now();
      await world.rows(
        `update delivery set state = 'QUEUED', uncertain_since = ?, claimed_until = ? where message_id = ?`,
        [now, new Date(now.getTime() + 2 * MINUTE_MS), id],
      );
      await world.rows(`update message set state = 'SENDING' where id = ?`, [id]);
      await world.rows(`delete from access_event where account_id = ?`, [people[0]?.id]);
      const calls = provider.calls;
      expect(await later(MINUTE_MS)).toMatchObject({ state: 'SENDING' });
      expect(await later(MINUTE_MS + 1_000)).toMatchObject({ state: 'SENT', deliveryCounts: { sent: 1 } });
      expect(provider.calls).toBe(calls);
      expect(provider.to(first)).toHaveLength(1);
      const diary = await world.rows<{ kind: string }>('select kind from access_event where account_id = ?', [
        people[0]?.id,
      ]);
      expect(diary.map(({ kind }) => kind)).toEqual(['LOGIN_LINK_SENT_BY_COACH']);
      expect((await redeem(world.browser(), tokenOf(provider.to(first)[0]))).__typename).toBe('LoggedIn');
    },
  );

  it.each(['answers 500 after accepting', 'hangs after accepting', 'answers 503 after accepting'] as const)(
    'C179 a provider that %s is asked before anything is made anew: the link in the mail that arrived logs in',
    async (mood) => {
      provider.mood = mood;
      const { look, later, first } = await sendTo(world, 1);
      await look();
      provider.mood = 'accepts';
      expect(await later(MINUTE_MS + 1_000)).toMatchObject({ state: 'SENT', deliveryCounts: { sent: 1 } });
      expect(provider.to(first)).toHaveLength(1);
      expect((await redeem(world.browser(), tokenOf(provider.to(first)[0]))).__typename).toBe('LoggedIn');
    },
  );

  it('C076 a provider that gives mails a Message-ID of its own is asked by our own variable', async () => {
    provider.mood = 'answers 500 after accepting';
    provider.hasOwnIds = true;
    const { look, later, first } = await sendTo(world, 1);
    await look();
    provider.mood = 'accepts';
    expect(await later(MINUTE_MS + 1_000)).toMatchObject({ state: 'SENT', deliveryCounts: { sent: 1 } });
    await eachLinkLogsIn(world, provider, [{ email: first }]);
  });

  it('C180 a link of a mail that went out is never unknown: ended it says what ended it, and its renewal mails a fresh one', async () => {
    // Nothing is known of it for ten minutes, though it arrived; it is sent again, and both links are good.
    provider.mood = 'hangs after accepting';
    provider.isLogLate = true;
    const { look, later, first } = await sendTo(world, 1);
    await look();
    provider.mood = 'accepts';
    for (const minutes of [1, 2, 7]) await later(minutes * MINUTE_MS + 1_000);
    provider.isLogLate = false;
    expect(await look()).toMatchObject({ state: 'SENT', deliveryCounts: { sent: 1 } });
    const [early = '', late = ''] = provider.to(first).map(tokenOf);
    expect(new Set([early, late]).size).toBe(2);
    for (const token of [early, late]) expect((await inspect(token))?.usable).toBe(true);
    expect((await redeem(world.browser(), early)).__typename).toBe('LoggedIn');
    const ended = await redeem(world.browser(), late);
    expect(ended).toMatchObject({ __typename: 'LoginLinkUnusable', mayRenew: true });
    expect(await redeem(world.browser(), early)).toMatchObject({ problem: 'USED', mayRenew: true });
    await world.browser().run(RenewLoginLinkDocument, { token: late });
    await world.settle();
    const fresh = tokenOf(provider.to(first).at(-1));
    expect([early, late]).not.toContain(fresh);
    expect((await redeem(world.browser(), fresh)).__typename).toBe('LoggedIn');
  });

  it('C180 a mail that the provider refused may have arrived all the same: its link logs in until another does', async () => {
    provider.mood = 'answers 400 after accepting';
    const { browser, look, first } = await sendTo(world, 1);
    const [failed] = (await look())?.deliveries.nodes ?? [];
    expect(failed).toMatchObject({ state: 'FAILED', loginLink: 'NONE' });
    provider.mood = 'accepts';
    await browser.run(RetryDeliveryDocument, { id: failed?.id ?? '' });
    expect((await look())?.deliveries.nodes[0]).toMatchObject({ state: 'SENT', loginLink: 'ACTIVE' });
    const [early = '', late = ''] = provider.to(first).map(tokenOf);
    for (const token of [early, late]) expect((await inspect(token))?.usable).toBe(true);
    expect((await redeem(world.browser(), early)).__typename).toBe('LoggedIn');
  });
});

describe('a mail that can not be made', () => {
  it('C077 is parked and blocks nobody: of a hundred, two workers send the other 99, none twice', async () => {
    const other: App | null = inject('postgres')
      ? await createApp({
          env: world.env,
          clock: world.clock,
          log: createLog('silent'),
          lookEveryMs: 0,
          parts: { api: false, worker: true, migrate: false },
        })
      : null;
    try {
      provider.mood = 'answers 429';
      const { id, look, later, people, first } = await sendTo(world, 100);
      await look();
      await world.rows(`update account set time_zone = 'Nowhere/Land' where id = ?`, [people[0]?.id]);
      await world.rows(
        `update delivery set next_attempt_at = next_attempt_at - interval '1 minute' where client_id = ?`,
        [people[0]?.id],
      );
      provider.mood = 'accepts';
      provider.delayMs = 5;
      const message = await later(121_000);
      expect(message).toMatchObject({ state: 'SENT', deliveryCounts: { sent: 99, failed: 1, queued: 0 } });
      expect(provider.to(first)).toEqual([]);
      await eachLinkLogsIn(world, provider, people.slice(1));
      const parked = message?.deliveries.nodes.find(({ email }) => email === first);
      expect(parked).toMatchObject({ state: 'FAILED', loginLink: 'NONE' });
      expect(parked?.reason).toContain('could not be made');
      const rows = await world.rows(`select 1 from delivery where message_id = ? and attempts > 2`, [id]);
      expect(rows).toHaveLength(0);
    } finally {
      provider.delayMs = 0;
      await other?.stop();
    }
  }, 180_000);
});
