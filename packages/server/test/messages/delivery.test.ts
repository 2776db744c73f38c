import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { Provider, textOf, type Mood } from '../world/provider.ts';
import { eachLinkLogsIn, MINUTE_MS, sendTo, tokenOf } from '../world/sending.ts';
import { useWorld } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, timeoutMs: 2_000 } as const;
const world = useWorld({ env: { mail, mailFrom: 'no-reply@mail.test' } });
afterAll(() => provider.close());
// A login by link is told by letter, which must not meet the next test's bad day.
afterEach(async () => {
  provider.mood = 'accepts';
  await world.settle();
});

/** So with the mail that holds no login link, and well with all others. */
const withCopy = (mood: Mood) => (form: FormData) => (tokenOf(form) ? 'accepts' : mood);

describe('delivery', () => {
  it('C075 C179 answers 500: it is asked at 1, 3 and 10 minutes whether it has the mail all the same, and not called before', async () => {
    provider.mood = 'answers 500';
    const { look, later, first } = await sendTo(world, 1);
    const message = await look();
    expect(message).toMatchObject({ state: 'SENDING', deliveryCounts: { queued: 1 } });
    expect(message?.deliveries.nodes[0]?.reason).toMatch(/no clear answer/);
    provider.mood = 'accepts';
    const { calls } = provider;
    for (const minutes of [1, 2, 6])
      expect(await later(minutes * MINUTE_MS)).toMatchObject({ state: 'SENDING' });
    expect(provider.calls).toBe(calls);
    expect(await later(MINUTE_MS)).toMatchObject({ state: 'SENT', deliveryCounts: { sent: 1 } });
    await eachLinkLogsIn(world, provider, [{ email: first }]);
  });

  it('C075 answers 429: it is tried again after a pause, and not before', async () => {
    provider.mood = 'answers 429';
    const { look, later, first } = await sendTo(world, 1);
    expect(await look()).toMatchObject({ state: 'SENDING', deliveryCounts: { queued: 1 } });
    provider.mood = 'accepts';
    const { calls } = provider;
    expect(await later(60_000)).toMatchObject({ state: 'SENDING' });
    expect(provider.calls).toBe(calls);
    expect(await later(61_000)).toMatchObject({ state: 'SENT', deliveryCounts: { sent: 1 } });
    await eachLinkLogsIn(world, provider, [{ email: first }]);
  });

  it.each<Mood>(['answers 400', 'answers 413'])('C075 %s stops as FAILED with a reason', async (mood) => {
    provider.mood = mood;
    const { look, later } = await sendTo(world, 1);
    const message = await look();
    expect(message).toMatchObject({ state: 'SENT', deliveryCounts: { failed: 1 } });
    expect(message?.deliveries.nodes[0]).toMatchObject({
      reason: expect.stringMatching(/Mailgun answered 4(00|13)/) as string,
      loginLink: 'NONE',
    });
    const { calls } = provider;
    await later(60 * MINUTE_MS);
    expect(provider.calls).toBe(calls);
  });

  it('C076 a mail that was taken without an answer is found at the provider, and never sent again', async () => {
    provider.mood = 'hangs after accepting';
    const { look, later, first } = await sendTo(world, 1);
    expect(await look()).toMatchObject({ state: 'SENDING', deliveryCounts: { queued: 1 } });
    provider.mood = 'accepts';
    expect(await later(MINUTE_MS)).toMatchObject({ state: 'SENT', deliveryCounts: { sent: 1 } });
    await eachLinkLogsIn(world, provider, [{ email: first }]);
  });

  it('C076 one that is nowhere after ten minutes is sent again with a new link, the first staying valid', async () => {
    provider.mood = 'hangs';
    const { look, later, first } = await sendTo(world, 1);
    await look();
    provider.mood = 'accepts';
    expect(await later(MINUTE_MS)).toMatchObject({ state: 'SENDING' });
    expect(await later(2 * MINUTE_MS)).toMatchObject({ state: 'SENDING' });
    expect(provider.to(first)).toHaveLength(0);
    expect(await later(8 * MINUTE_MS)).toMatchObject({ state: 'SENT' });
    expect(provider.to(first)).toHaveLength(1);
    const links = await world.rows(
      'select 1 from login_link l join account a on a.id = l.account_id where a.email = ?',
      [first],
    );
    expect(links).toHaveLength(2);
    await eachLinkLogsIn(world, provider, [{ email: first }]);
  });

  it('C076 the coach’s copy is asked about as long as every mail: taken without an answer, it goes once', async () => {
    provider.mood = withCopy('hangs after accepting');
    provider.isLogLate = true;
    const { coach, later, look } = await sendTo(world, 1, { copyToMe: true });
    expect(await look()).toMatchObject({
      state: 'SENT',
      recipientCount: 1,
      deliveryCounts: { sent: 1, queued: 0 },
    });
    provider.mood = 'accepts';
    for (const minutes of [0.5, 0.5, 2]) await later(minutes * MINUTE_MS);
    expect(provider.to(coach.email)).toHaveLength(1);
    provider.isLogLate = false;
    for (const minutes of [7, 10]) await later(minutes * MINUTE_MS);
    expect(provider.to(coach.email)).toHaveLength(1);
    expect(textOf(provider.to(coach.email)[0], 'text')).toContain('[loginLink]');
  });

  it('C076 a copy that is nowhere after ten minutes is sent again', async () => {
    provider.mood = withCopy('hangs');
    const { coach, later, look } = await sendTo(world, 1, { copyToMe: true });
    const message = await look();
    expect(message).toMatchObject({ state: 'SENT', deliveries: { totalCount: 1 } });
    provider.mood = 'accepts';
    for (const minutes of [1, 2]) await later(minutes * MINUTE_MS);
    expect(provider.to(coach.email)).toHaveLength(0);
    await later(8 * MINUTE_MS);
    expect(provider.to(coach.email)).toHaveLength(1);
  });

  it('C074 a provider that was down loses nothing: the link lives 72 hours from when it was taken', async () => {
    provider.mood = 'answers 500';
    const { look, later, first } = await sendTo(world, 1);
    await look();
    for (let i = 0; i < 12; i += 1) await later(10 * MINUTE_MS);
    provider.mood = 'accepts';
    let message = await later(MINUTE_MS);
    for (let i = 0; i < 12 && message?.state !== 'SENT'; i += 1) message = await later(MINUTE_MS);
    expect(message?.state).toBe('SENT');
    const expected = new Date(world.clock.now().getTime() + 72 * 60 * MINUTE_MS).toISOString();
    expect(message?.deliveries.nodes[0]?.loginLinkExpiresAt).toBe(expected);
    await eachLinkLogsIn(world, provider, [{ email: first }]);
  });

  it('C080 C086 a message is not marked as automatic, and is tracked no more than a letter', async () => {
    provider.mood = 'accepts';
    const { look, first } = await sendTo(world, 1);
    await look();
    const [form] = provider.to(first);
    expect(form?.has('h:Auto-Submitted')).toBe(false);
    expect(form?.get('o:tracking')).toBe('no');
    expect(form?.get('from')).toBe('"Dana Okafor (Northwind Coaching)" <no-reply@mail.test>');
    expect([...(form?.keys() ?? [])].join()).not.toMatch(/cc|reply-to|unsubscribe/i);
  });

  it('C179 100 recipients, a provider that fails 3 %, a third of it after accepting, and falls silent on 1 % after accepting: each has one mail, and every link logs in', async () => {
    let n = 0;
    provider.delayMs = 5;
    provider.mood = () => {
      n += 1;
      if (n % 100 === 50) return 'hangs after accepting';
      if (n % 99 === 0) return 'answers 500 after accepting';
      return n % 33 === 0 ? 'answers 500' : 'accepts';
    };
    const { people, later, look } = await sendTo(world, 100);
    await look();
    let message = await later(MINUTE_MS);
    for (let i = 0; i < 40 && message?.state !== 'SENT'; i += 1) message = await later(MINUTE_MS);
    provider.mood = 'accepts';
    provider.delayMs = 0;
    expect(message).toMatchObject({ state: 'SENT', deliveryCounts: { sent: 100, queued: 0, failed: 0 } });
    await eachLinkLogsIn(world, provider, people);
  }, 180_000);
});
