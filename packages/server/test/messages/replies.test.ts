import { MessageDocument, RepliesDocument, RequestEmailChangeDocument } from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { askForLink, loggedInBrowser, redeem } from '../world/acts.ts';
import { disguises } from '../world/disguises.ts';
import { aMessage as answeredMessage } from '../world/answered-message.ts';
import { INBOUND } from '../world/inbound.ts';
import { aClient } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld({ env: { inbound: INBOUND } });

const aMessage = (traits?: Parameters<typeof answeredMessage>[1]) => answeredMessage(world, traits);

describe('the address to reply to', () => {
  it('is another one for each mail, at the configured domain, and the text says that replying works', async () => {
    const [one, two] = [await aMessage(), await aMessage()];
    expect(one.address).toMatch(/^reply-[0-9a-f]{32}@reply\.test$/);
    expect(two.address).not.toBe(one.address);
    expect(one.letter.text).toMatch(/To answer, reply to\sthis mail\./);
    expect(one.letter.kept.from).toContain('<no-reply@localhost>');
  });

  it('is nowhere in the database, so that a copy of it forges no reply', async () => {
    const { address } = await aMessage();
    const key = /[0-9a-f]{32}/.exec(address)?.[0] ?? '';
    const rows = await world.rows<{ all: string }>(
      `select (select json_agg(r)::text from reply_address r) || (select json_agg(d)::text from delivery d) || (select coalesce(json_agg(j)::text, '') from pgboss.job j) as all`,
    );
    expect(rows[0]?.all).not.toContain(key);
  });

  it('stands in no letter of the system’s own', async () => {
    const client = await aClient(world);
    const letter = await askForLink(world, client);
    expect(letter.kept.replyTo).toBeNull();
    expect(letter.text).toMatch(/Nobody reads answers to this mail\.[^]*hello@northwind\.example\.com/);
  });
});

describe('a reply by mail', () => {
  it('C070 reaches the coach by way of the product, without the live link it quotes', async () => {
    const { coach, client, letter, reply, latest, messageId } = await aMessage();
    const [link = ''] = letter.links();
    const quoted = letter.text.replace(/^/gm, '> ');
    const text = `Thank you, I am in.\n\nOn Wed, 25 Nov 2026 at 10:00, Dana <x@reply.test> wrote:\n${quoted}`;
    expect(await reply({ text })).toBe(200);
    expect(await latest()).toMatchObject({
      text: 'Thank you, I am in.',
      attachmentNames: [],
      fromOtherAddress: false,
    });
    // A mail program that marks no quote.
    expect(await reply({ text: `Does not work:\n${link}\nWhat now?` })).toBe(200);
    expect(await latest()).toMatchObject({
      text: 'Does not work:\n[loginLink]\nWhat now?',
      client: { id: client.id },
    });
    const told = await world.letters(coach.email);
    expect(told.map(({ text: said }) => said).join('\n')).not.toContain(letter.token());
    expect(told).toHaveLength(2);
    const last = told.at(-1);
    expect(last?.subject).toBe('Maria Keller replied: Your way in');
    expect(last?.text).toContain('> Does not work:\n> [loginLink]\n> What now?');
    expect(last?.text).toContain(`/messages/${messageId}`);
    expect(last?.kept).toMatchObject({ replyTo: null, headers: { 'Auto-Submitted': 'auto-generated' } });
    expect(last?.kept.from).toBe('"Maria Keller by way of Northwind Coaching" <no-reply@localhost>');
    // The link was live all the time.
    expect((await redeem(world.browser(), letter.token())).__typename).toBe('LoggedIn');
  });

  it.each(Object.entries(disguises))('C070 holds no link %s', async (_, disguise) => {
    const { letter, reply, replies } = await aMessage();
    const text = `I can not open this: ${disguise(letter.links()[0] ?? '')} Please help`;
    expect(await reply({ text, attachments: [`${disguise(letter.token())}.png`] })).toBe(200);
    const { nodes } = await replies();
    expect(nodes).toHaveLength(1);
    expect(nodes[0]?.text).toContain('[loginLink]');
    expect(nodes[0]?.text.startsWith('I can not open this:')).toBe(true);
    const everything = await world.rows<{ all: string }>(
      `select (select json_agg(r)::text from reply r) || (select coalesce(json_agg(j)::text, '') from pgboss.job j) as all`,
    );
    expect(JSON.stringify([nodes, everything, world.logLines])).not.toContain(letter.token());
  });

  it('C070 holds no login code, in whatever way it is typed', async () => {
    const { client, reply, latest } = await aMessage({ body: 'Hello' });
    const code = (await askForLink(world, client)).code();
    for (const typed of [
      code,
      code.toLowerCase(),
      code.replace('-', ' '),
      code.replace('-', ''),
      [...code].join(' '),
      code.replaceAll('0', 'O').replaceAll('1', 'l'),
    ]) {
      await reply({ text: `My code is ${typed}, is that right?` });
      expect((await latest())?.text).toBe('My code is [loginLink], is that right?');
    }
    await reply({ text: 'Tomorrow with them at 10:30, room 1234-5678, or Thursday.' });
    expect((await latest())?.text).toBe('Tomorrow with them at 10:30, room 1234-5678, or Thursday.');
  });

  it('holds no link that confirms or stops a change of access, not even its token alone', async () => {
    const { client, reply, latest } = await aMessage({ body: 'Hello' });
    const own = await loggedInBrowser(world, client);
    const email = `new.${client.email}`;
    await own.run(RequestEmailChangeDocument, { email });
    for (const to of [email, client.email]) {
      const letter = await world.latest(to);
      const token = /#([\w-]{22})/.exec(letter.text)?.[1] ?? '';
      expect(token, letter.text).toHaveLength(22);
      await reply({ text: `What is this: ${token}?` });
      expect((await latest())?.text).toBe('What is this: [loginLink]?');
    }
  });

  it('C138 shows the client’s own links and addresses as they are, and nothing that may be a secret', async () => {
    const { asRead } = await aMessage();
    const own =
      'See https://calendly.test/maria/30?a=b and protect.filter.test/s/AbC, or (www.foo.test/x).\nhttps://photos.test/album/AbCdEf0123456789GhIjKlMn?key=Zk3-qX_0aB9cD8eF7gH6iQ\nMy new address is Maria.Keller-1990.Long_Name@new-studio.example, id 3979af5d-6ddd-422c-80ed-8a9092f8c99d.';
    expect(await asRead(own)).toBe(own);
    expect(
      await asRead(
        'It says Zk3-qX_0aB9cD8eF7gH6iP and https://protect-eu.mimecast.com/s/x9QvCk2LNuPmkRPt or http://localhost:4000/x/Zk3-qX_0aB9cD8eF7gH6iP',
      ),
    ).toBe('It says […] and https://protect-eu.mimecast.com/s/[…] or http://localhost:4000/x/[…]');
  });

  it('is read from its HTML where it has no plain text', async () => {
    const { letter, reply, latest } = await aMessage();
    await reply({
      html: `<p>Thank you<br>&amp; bye</p><div class="gmail_quote">On 25 Nov 2026, Dana wrote: <blockquote>${letter.kept.html}</blockquote></div>`,
    });
    expect((await latest())?.text).toBe('Thank you\n& bye');
  });

  it('P076 names attachments and keeps nothing of them', async () => {
    const { coach, reply, latest } = await aMessage();
    const many = Array.from({ length: 25 }, (_, i) => `page ${i}.pdf`);
    expect(await reply({ text: 'See attached', attachments: ['plan.pdf', 'über "a"\u202e.png'] })).toBe(200);
    expect((await latest())?.attachmentNames).toHaveLength(2);
    expect((await world.latest(coach.email)).text).toMatch(/not passed on[^]*- plan\.pdf/);
    await reply({ text: 'More', attachments: many });
    expect((await latest())?.attachmentNames.slice(19)).toEqual(['page 19.pdf', 'and 5 more']);
    const rows = await world.rows('select * from reply');
    expect(JSON.stringify(rows)).not.toContain('what it holds');
  });

  it('may come from any mailbox, and says so where it is another', async () => {
    const { coach, reply, latest } = await aMessage();
    await reply({ text: 'From my phone', sender: 'other@client.test' });
    expect(await latest()).toMatchObject({ text: 'From my phone', fromOtherAddress: true });
    const { text } = await world.latest(coach.email);
    expect(text).toContain('another address');
    expect(text).not.toContain('other@client.test');
  });

  it('told twice is one reply and one letter', async () => {
    const { coach, reply, replies } = await aMessage();
    const messageId = '<same@client.test>';
    expect(await reply({ text: 'Once', messageId, token: 'a' })).toBe(200);
    expect(await reply({ text: 'Once', messageId, token: 'a' })).toBe(200);
    expect(await reply({ text: 'Once', messageId, token: 'b' })).toBe(200);
    expect((await replies()).totalCount).toBe(1);
    expect(await world.letters(coach.email)).toHaveLength(1);
  });

  it('is paged, newest first', async () => {
    const { reply, replies, browser, messageId } = await aMessage();
    for (const text of ['one', 'two', 'three']) await reply({ text });
    const first = await replies(2);
    expect([first.totalCount, first.nodes.map(({ text }) => text)]).toEqual([3, ['three', 'two']]);
    const rest = await replies(2, first.pageInfo.endCursor ?? null);
    expect(rest.nodes.map(({ text }) => text)).toEqual(['one']);
    const { message } = await browser.run(MessageDocument, { id: messageId, deliveries: 1 });
    expect(message?.id).toBe(messageId);
  });

  it('a cursor of another list is refused in words', async () => {
    const { browser, messageId } = await aMessage();
    const after = Buffer.from('["a","00000000-0000-4000-8000-000000000000"]').toString('base64url');
    const { errors } = await browser.ask(RepliesDocument, { messageId, first: 2, after });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('from an address with characters that no database keeps is a reply all the same', async () => {
    const { reply, replies } = await aMessage();
    expect(await reply({ from: 'Maria <ma\0ria@client.test>', text: 'Hello' })).toBe(200);
    expect((await replies()).nodes[0]?.text).toBe('Hello');
  });

  it('goes with the client who is deleted', async () => {
    const { client, reply, replies } = await aMessage();
    await reply({ text: 'Hello' });
    await world.settle();
    await world.rows('delete from account where id = ?', [client.id]);
    expect((await replies()).totalCount).toBe(0);
    expect(await reply({ text: 'Am I still here?' })).toBe(200);
    expect((await replies()).totalCount).toBe(0);
  });

  it('without words of its own, or with words that no database keeps, is a reply all the same', async () => {
    const { letter, reply, latest } = await aMessage();
    await reply({
      text: `On Wed, 25 Nov 2026 at 10:00, Dana <x@reply.test> wrote:\n${letter.text.replace(/^/gm, '> ')}`,
      attachments: ['a.png'],
    });
    expect(await latest()).toMatchObject({ text: '', attachmentNames: ['a.png'] });
    await reply({ text: 'a\0b\x07c \ud800 d' });
    expect((await latest())?.text).toMatch(/^abc . d$/u);
    await reply({ text: 'long '.repeat(10_000) });
    expect((await latest())?.text).toHaveLength(20_000);
  });
});
