import { RepliesDocument, SendMessageDocument } from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { loggedInBrowser } from '../world/acts.ts';
import { INBOUND, mailIn, post } from '../world/inbound.ts';
import { aClient, aCoach } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld({ env: { inbound: INBOUND } });

async function aMessage() {
  const coach = await aCoach(world, { email: `dana${Math.random()}@coach.test` });
  const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId });
  const browser = await loggedInBrowser(world, coach);
  const input = {
    subject: 'Hi',
    body: 'Hello [loginLink]',
    bodyFormat: 'TEXT' as const,
    copyToMe: false,
    recipients: { clientIds: [client.id], allActive: false },
  };
  const { sendMessage } = await browser.run(SendMessageDocument, { input });
  if (sendMessage.__typename !== 'MessageAccepted') throw new Error(JSON.stringify(sendMessage));
  const address = (await world.latest(client.email)).kept.replyTo ?? '';
  return { coach, client, browser, messageId: sendMessage.acceptedMessage.id, address };
}

const count = async () => {
  await world.settle();
  return (await world.rows<{ n: number }>('select count(*)::int as n from reply'))[0]?.n;
};

describe('whoever hands in mail without right', () => {
  it.each([
    ['with another key', { signWith: 'other' }, 406],
    ['two days late', { ageSeconds: 2 * 86_400 }, 406],
    ['without a token', { token: '' }, 406],
    ['to an invented address', { recipient: `reply-${'0'.repeat(32)}@reply.test` }, 200],
    ['at another domain', { recipient: 'OTHER' }, 200],
  ])('%s changes nothing and learns nothing', async (_, wrong, status) => {
    const { address } = await aMessage();
    const before = await count();
    const recipient =
      'recipient' in wrong && wrong.recipient === 'OTHER' ? address.replace('@reply', '@other') : address;
    expect(
      await mailIn(world, {
        text: 'Hello',
        ...wrong,
        recipient: 'recipient' in wrong && wrong.recipient !== 'OTHER' ? wrong.recipient : recipient,
      }),
    ).toBe(status);
    expect(await count()).toBe(before);
  });

  it('an id, a hash or a part of the address is no address', async () => {
    const { address, messageId } = await aMessage();
    const [row] = await world.rows<{ key_hash: string; delivery_id: string }>(
      'select * from reply_address order by created_at desc limit 1',
    );
    const before = await count();
    for (const local of [
      messageId,
      row?.delivery_id,
      row?.key_hash,
      `reply-${row?.key_hash}`,
      `reply-${row?.delivery_id}`,
      address.slice(0, 30),
    ])
      expect(await mailIn(world, { recipient: `${local}@reply.test`, text: 'Hello' })).toBe(200);
    expect(await count()).toBe(before);
  });

  it.each([
    ['JSON', '{}', 'application/json', 415],
    ['no form', 'x', 'multipart/form-data', 400],
    [
      'half a form',
      '--a\r\nContent-Disposition: form-data; name="token"\r\n\r\nx',
      'multipart/form-data; boundary=a',
      400,
    ],
    ['an empty form', '', 'application/x-www-form-urlencoded', 406],
    [
      'a list in place of headers',
      'message-headers=%5B%5B%5B%5D%5D%5D&token=a',
      'application/x-www-form-urlencoded',
      406,
    ],
  ])('who sends %s is refused', async (_, payload, type, status) => {
    expect(await post(world, payload, type)).toBe(status);
  });

  it('P075 who says that more comes than any mail has is refused before it comes, and who does not say so in the middle', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '40000000' };
    const said = await world.browser().send('POST', '/webhooks/mailgun/inbound', { payload: 'a=b', headers });
    expect([said.statusCode, said.headers['connection']]).toEqual([413, 'close']);
    await world.http.listen({ port: 0, host: '127.0.0.1' });
    const [at] = world.http.addresses();
    const port = typeof at === 'object' ? at.port : 0;
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1024 * 1024;
        if (sent > 400 * 1024 * 1024) controller.close();
        else controller.enqueue(new Uint8Array(1024 * 1024).fill(97));
      },
    });
    const answer = await fetch(`http://127.0.0.1:${port}/webhooks/mailgun/inbound`, {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }).then(
      ({ status }) => status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(answer);
    expect(sent).toBeLessThan(100 * 1024 * 1024);
  });
});

describe('a reply with ill will', () => {
  it('P074 puts no header into the letter to the coach, by name, subject or file', async () => {
    const { coach, client, address } = await aMessage();
    await world.rows('update account set first_name = ? where id = ?', ['Eve\r\nBcc: all@test', client.id]);
    await world.rows('update message set subject = ? where coach_id = ?', ['Hi\r\nBcc: all@test', coach.id]);
    const from = 'Eve\r\nBcc: all@test <eve@client.test>';
    expect(
      await mailIn(world, {
        recipient: address,
        from,
        text: 'Hello',
        attachments: ['a\r\nBcc: all@test.pdf'],
      }),
    ).toBe(200);
    const { kept } = await world.latest(coach.email);
    expect(`${kept.from}${kept.subject}${Object.values(kept.headers).join()}`).not.toMatch(/[\r\n]/);
    expect(kept.to).toEqual([coach.email]);
  });

  it('P074 shows no markup in the letter to the coach', async () => {
    const { coach, address } = await aMessage();
    await mailIn(world, {
      recipient: address,
      text: '<img src=x onerror=alert(1)>',
      attachments: ['<b>.png'],
    });
    const { kept } = await world.latest(coach.email);
    expect(kept.html).not.toMatch(/<img|<b>/);
  });

  it('reaches the coach of that message alone; for others, in the same practice too, it does not exist', async () => {
    const { address, messageId, coach } = await aMessage();
    await mailIn(world, { recipient: address, text: 'For Dana alone' });
    await world.settle();
    for (const traits of [{}, { practiceId: coach.practiceId }]) {
      const other = await loggedInBrowser(world, await aCoach(world, traits));
      const { message } = await other.run(RepliesDocument, { messageId, first: 10 });
      expect(message).toBeNull();
    }
  });

  it('floods nobody: after twenty in a day the rest is dropped', async () => {
    const { address, coach } = await aMessage();
    for (let i = 0; i < 23; i += 1)
      expect(await mailIn(world, { recipient: address, text: `${i}` })).toBe(200);
    expect(await world.letters(coach.email)).toHaveLength(20);
  });
});

describe('machines', () => {
  it.each<[string, Record<string, string>, string?]>([
    ['out of office', { 'Auto-Submitted': 'auto-replied' }],
    ['out of office, with a comment', { 'auto-submitted': 'auto-generated (vacation)' }],
    ['in bulk', { Precedence: 'bulk' }],
    ['of old', { Precedence: 'auto_reply' }],
    ['that say so their own way', { 'X-Autoreply': 'yes' }],
    ['of a list', { 'List-Id': '<all.test>' }],
    ['that bounce', { 'Content-Type': 'multipart/report; report-type=delivery-status' }],
    ['without a sender', {}, ''],
    ['that deliver', {}, 'MAILER-DAEMON@client.test'],
  ])('%s are neither kept nor answered', async (_, headers, sender = 'maria@client.test') => {
    const { address } = await aMessage();
    const before = [await count(), (await world.letters()).length];
    for (const recipient of [address, 'no-reply@localhost'])
      expect(await mailIn(world, { recipient, headers, sender, text: 'I am away' })).toBe(200);
    expect([await count(), (await world.letters()).length]).toEqual(before);
  });

  it('a person’s mail that says it is not automatic is kept', async () => {
    const { address } = await aMessage();
    const before = (await count()) ?? 0;
    await mailIn(world, {
      recipient: address,
      headers: { 'Auto-Submitted': 'no', 'Feedback-ID': 'x:Mailer' },
      text: 'Me',
    });
    expect(await count()).toBe(before + 1);
  });
});

describe('mail to an address that nobody reads', () => {
  it('is answered once a day, automatically, and the answer is the same for everybody', async () => {
    const { client } = await aMessage();
    const stranger = 'stranger@client.test';
    for (const sender of [client.email, client.email, stranger]) {
      const messageId = `<${sender}>`;
      expect(
        await mailIn(world, { recipient: 'no-reply@localhost', sender, messageId, text: 'Hello?' }),
      ).toBe(200);
    }
    const answers = (await world.letters()).filter(
      ({ subject, to }) => subject.includes('nobody reads') && [client.email, stranger].includes(to),
    );
    expect(answers.map(({ to }) => to).sort()).toEqual([client.email, stranger].sort());
    expect(answers[0]?.text).toBe(answers[1]?.text);
    expect(answers.find(({ to }) => to === client.email)?.kept.headers).toMatchObject({
      'Auto-Submitted': 'auto-replied',
      'In-Reply-To': `<${client.email}>`,
    });
    world.clock.advance(86_400_000);
    await mailIn(world, { recipient: 'no-reply@localhost', sender: stranger, text: 'Hello?' });
    expect((await world.letters(stranger)).length).toBe(2);
  });

  it.each([
    ['forged', { 'X-Mailgun-Spf': 'SoftFail' }],
    ['spam', { 'X-Mailgun-Sflag': 'Yes' }],
  ])('is not answered where it is %s', async (name, headers) => {
    const sender = `${name}@client.test`;
    await mailIn(world, {
      recipient: 'no-reply@localhost',
      sender,
      headers: headers,
      text: 'Hello?',
    });
    expect(await world.letters(sender)).toHaveLength(0);
  });
});
