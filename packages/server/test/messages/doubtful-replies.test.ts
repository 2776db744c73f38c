import { describe, expect, it } from 'vitest';
import { askForLink } from '../world/acts.ts';
import { aMessage } from '../world/answered-message.ts';
import { INBOUND } from '../world/inbound.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld({ env: { inbound: INBOUND } });

const FORGED = {
  'X-Mailgun-Spf': 'Fail',
  'X-Mailgun-Dkim-Check-Result': 'Fail',
  'X-Mailgun-Sflag': 'Yes',
};

describe('a reply that may be somebody else’s', () => {
  it('C131 is kept apart as doubtful, and the coach is told so', async () => {
    const { client, coach, reply, latest } = await aMessage(world);
    await reply({
      text: 'Pay here',
      from: `Maria <${client.email}>`,
      sender: 'x@evil.test',
      headers: FORGED,
    });
    expect(await latest()).toMatchObject({ text: 'Pay here', doubtful: true, fromOtherAddress: false });
    const { subject, text, kept } = await world.latest(coach.email);
    expect(subject).toBe('Doubtful reply: Your way in');
    expect(kept.from).not.toContain('Maria');
    expect(text).toMatch(/we can not\s+tell that they wrote it/);
    expect(text).toMatch(/no mail server\s+vouches/);
  });

  it.each<[string, boolean, Record<string, string>, string?]>([
    ['nothing was checked', false, {}],
    ['SPF speaks for it', false, { 'X-Mailgun-Spf': 'Pass', 'X-Mailgun-Dkim-Check-Result': 'Fail' }],
    ['DKIM speaks for it', false, { 'X-Mailgun-Spf': 'SoftFail', 'X-Mailgun-Dkim-Check-Result': 'Pass' }],
    ['its domain publishes no SPF', false, { 'X-Mailgun-Spf': 'Neutral' }],
    ['both fail', true, { 'X-Mailgun-Spf': 'Fail', 'X-Mailgun-Dkim-Check-Result': 'Fail' }],
    ['it is spam', true, { 'X-Mailgun-Spf': 'Pass', 'X-Mailgun-Sflag': 'Yes' }],
    ['SPF speaks for another domain', true, { 'X-Mailgun-Spf': 'Pass' }, 'x@evil.test'],
    [
      'DKIM speaks for another domain',
      true,
      {
        'X-Mailgun-Spf': 'Fail',
        'X-Mailgun-Dkim-Check-Result': 'Pass',
        'DKIM-Signature': 'v=1; d=evil.test; s=x',
      },
    ],
  ])('C131 %s: doubtful is %s', async (_, doubtful, headers, sender) => {
    const { client, reply, latest } = await aMessage(world);
    await reply({ text: 'Hello', from: client.email, headers, ...(sender ? { sender } : {}) });
    expect((await latest())?.doubtful).toBe(doubtful);
  });

  it('C132 tells nobody what is right: a username or a code among a thousand words stays as any other word', async () => {
    const { client, reply, latest } = await aMessage(world, { username: 'maria.secret.k' });
    const code = (await askForLink(world, client)).code().replace('-', '').toLowerCase();
    const words = Array.from({ length: 1_000 }, (_, i) => `word${i}`);
    for (const right of [client.username, code]) {
      const text = [...words.slice(0, 500), right, ...words.slice(500)].join(' ');
      await reply({ text, from: client.email, sender: 'x@evil.test', headers: FORGED });
      expect((await latest())?.text).toBe(text);
    }
    await reply({ text: 'Is it 7K3M-9TQ4?', from: client.email, headers: FORGED });
    expect((await latest())?.text).toBe('Is it [loginLink]?');
  });
});

describe('what machines send', () => {
  it.each<[string, Record<string, string>, string]>([
    ['its subject alone', {}, 'Automatic reply: Your way in'],
    ['its subject alone, in German', {}, 'Automatische Antwort: Your way in'],
    ['its subject alone, in Spanish', {}, 'Respuesta automática: Your way in'],
    ['its subject alone, in few words', {}, 'Out of Office'],
    ['X-Auto-Response-Suppress', { 'X-Auto-Response-Suppress': 'All' }, 'Re: Your way in'],
    [
      'Exchange’s mark of a loop',
      { 'X-MS-Exchange-Inbox-Rules-Loop': 'maria@client.test' },
      'Re: Your way in',
    ],
  ])('C139 out of office is dropped, known by %s', async (_, headers, subject) => {
    const { coach, reply, replies } = await aMessage(world);
    expect(await reply({ text: 'I am away', headers, subject })).toBe(200);
    expect((await replies()).totalCount).toBe(0);
    expect(await world.letters(coach.email)).toHaveLength(0);
  });

  it.each(['Re: Automatic reply: x', 'Out of office next week, and then?', 'Re: Out of office hours'])(
    'C139 a person’s mail is kept: %s',
    async (subject) => {
      const { reply, replies } = await aMessage(world);
      await reply({ text: 'Hello', subject });
      expect((await replies()).totalCount).toBe(1);
    },
  );

  it('C139 a read receipt in Outlook’s own form is dropped', async () => {
    const { reply, replies } = await aMessage(world);
    const receipt = { name: 'winmail.dat', holds: 'x\u009f>"\0\0\0REPORT.IPM.Note.IPNRN\0' };
    await reply({ subject: 'Read: Your way in', attachments: [receipt] });
    expect((await replies()).totalCount).toBe(0);
  });

  it('C139 our own messages ask not to be answered by them, and to be told when they do not arrive', async () => {
    const { letter } = await aMessage(world);
    const asked = letter.kept.headers['X-Auto-Response-Suppress']?.split(', ') ?? [];
    expect(asked).toEqual(expect.arrayContaining(['OOF', 'AutoReply', 'RN']));
    expect(asked).not.toContain('NDR');
    expect(letter.kept.headers).not.toHaveProperty('Auto-Submitted');
  });
});

describe('words that can not be read', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['in winmail.dat', {}, ['winmail.dat']],
    ['encrypted', { 'Content-Type': 'application/pkcs7-mime; smime-type=enveloped-data' }, ['smime.p7m']],
  ])('C140 the coach is told that they could not be: %s', async (_, headers, attachments) => {
    const { coach, reply, latest } = await aMessage(world);
    await reply({ headers, attachments, text: '\n' });
    expect(await latest()).toMatchObject({ text: '', unreadable: true, attachmentNames: attachments });
    expect((await world.latest(coach.email)).text).toMatch(/could not be read/);
  });

  it('C140 nobody is told so of a reply that has words, or none at all', async () => {
    const { coach, reply, latest } = await aMessage(world);
    await reply({ text: 'Hello', attachments: ['winmail.dat'] });
    expect(await latest()).toMatchObject({ text: 'Hello', unreadable: false });
    await reply({ text: '', attachments: ['a.png'] });
    expect(await latest()).toMatchObject({ text: '', unreadable: false });
    expect((await world.latest(coach.email)).text).toContain('(no words of their own)');
  });

  it('C140 a reaction by Gmail’s button keeps its sign and loses its advertisement', async () => {
    const { letter, asRead } = await aMessage(world);
    const praise =
      'Maria reacted via Gmail\n<https://www.google.com/gmail/about/?utm_source=gmail-in-product&utm_campaign=emojireactionemail#app>';
    const quote = letter.text.replace(/^/gm, '> ');
    expect(await asRead(`👍\n\n${praise}\n\nOn Wed, Nov 25, 2026 at 10:00 AM Dana wrote:\n\n${quote}`)).toBe(
      '👍',
    );
  });
});
