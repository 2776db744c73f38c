import {
  CancelScheduledMessageDocument,
  CheckMessageDocument,
  DeactivateClientDocument,
  MessageDocument,
  RetryDeliveryDocument,
  RevokeLoginLinksDocument,
  SaveDraftDocument,
  SaveMessageTemplateDocument,
  SendMessageDocument,
  SendTestMessageDocument,
  type MessageInput,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { loggedInBrowser, me, redeem } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { useWorld, type World } from '../world/world.ts';

const world = useWorld();
const HOUR_MS = 60 * 60_000;

async function aRoster(of: World = world, clients = 0, traits: object[] = []) {
  const coach = await aCoach(of);
  const own = { coachId: coach.id, practiceId: coach.practiceId };
  const people: Person[] = [];
  for (let i = 0; i < Math.max(clients, traits.length); i += 1)
    people.push(await aClient(of, { ...own, ...traits[i] }));
  return { coach, own, people, browser: await loggedInBrowser(of, coach) };
}

const text = (people: Person[], more: Partial<MessageInput> = {}): MessageInput => ({
  subject: 'Your way in',
  body: 'Hi [firstName|there],\n\nhere is your way in: [loginLink]\n\nSee you soon.',
  bodyFormat: 'TEXT',
  recipients: { clientIds: people.map(({ id }) => id), allActive: false },
  copyToMe: false,
  ...more,
});

async function send(browser: Browser, input: MessageInput, idempotencyKey?: string) {
  return (await browser.run(SendMessageDocument, { input, ...(idempotencyKey ? { idempotencyKey } : {}) }))
    .sendMessage;
}

async function sent(browser: Browser, input: MessageInput): Promise<string> {
  const result = await send(browser, input);
  if (result.__typename !== 'MessageAccepted') throw new Error(JSON.stringify(result));
  return result.acceptedMessage.id;
}

async function look(browser: Browser, id: string) {
  await world.settle();
  return (await browser.run(MessageDocument, { id, deliveries: 50 })).message;
}

async function check(browser: Browser, input: MessageInput) {
  const { checkMessage } = await browser.run(CheckMessageDocument, { input, previews: 3 });
  if (checkMessage.__typename !== 'MessageCheck') throw new Error(JSON.stringify(checkMessage));
  return checkMessage;
}

describe('a message with [loginLink]', () => {
  it('C073 J4 each client gets a mail and a link of their own; the link logs in and the message says "used"', async () => {
    const { browser, people } = await aRoster(world, 3);
    const id = await sent(browser, text(people));
    const letters = await Promise.all(people.map(({ email }) => world.latest(email)));
    expect(letters.every((letter) => letter.kept.to.length === 1 && letter.links().length === 1)).toBe(true);
    expect(new Set(letters.map((letter) => letter.token())).size).toBe(3);
    const [maria] = people;
    const phone = world.browser();
    await redeem(phone, letters[0]?.token() ?? '');
    expect((await me(phone))?.id).toBe(maria?.id);
    const message = await look(browser, id);
    expect(message).toMatchObject({
      state: 'SENT',
      recipientCount: 3,
      deliveryCounts: { sent: 3, queued: 0 },
    });
    const states = new Map(message?.deliveries.nodes.map(({ client, loginLink }) => [client.id, loginLink]));
    expect([...states.values()].sort()).toEqual(['ACTIVE', 'ACTIVE', 'USED']);
    expect(states.get(maria?.id ?? '')).toBe('USED');
  });

  const bodies = [
    ['never', 'Hello, nothing to click.', 0],
    ['first word', '[loginLink] is your way in.', 1],
    ['in three places', '[loginLink]\n\n- [LOGINLINK]\n\nAnd at last [ loginLink ].', 1],
    [
      'in HTML, broken by markup',
      '<p>[login<b>Link</b>] and <a href="http://[loginLink]">here</a> and [loginLink&nbsp;]</p>',
      1,
    ],
    ['as an encoded target', '<p><a href="%5BloginLink%5D">Log in</a></p>', 1],
  ] as const;
  it.each(bodies)(
    'C059 C066 C067 C068 %s: only the client’s own letter holds a token',
    async (_kind, body, links) => {
      const { browser, coach, people } = await aRoster(world, 2);
      const before = (await world.letters()).length;
      const bodyFormat = body.startsWith('<') ? 'HTML' : 'TEXT';
      const id = await sent(browser, text(people, { body, bodyFormat, copyToMe: true }));
      const letters = (await world.letters()).slice(before);
      expect(letters.map(({ to }) => to).sort()).toEqual(
        [coach.email, ...people.map(({ email }) => email)].sort(),
      );
      const tokens: string[] = [];
      for (const letter of letters) {
        const found = [
          ...letter.kept.text.matchAll(/login\/link#([\w-]+)/g),
          ...letter.kept.html.matchAll(/login\/link#([\w-]+)/g),
        ];
        if (letter.to === coach.email) {
          expect(found).toHaveLength(0);
          if (links > 0) expect(letter.kept.text + letter.kept.html).toMatch(/\[loginLink\]/);
          expect(people.some(({ email }) => (letter.kept.text + letter.kept.html).includes(email))).toBe(
            false,
          );
        } else {
          expect(new Set(found.map(([, token]) => token)).size).toBe(links);
          tokens.push(...found.map(([, token]) => token ?? ''));
        }
      }
      const seen = JSON.stringify(await look(browser, id));
      const dump: string[] = [];
      for (const { name } of await world.rows<{ name: string }>(
        `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
      ))
        dump.push(JSON.stringify(await world.rows('select * from ' + name)));
      const everything = `${seen}\n${dump.join('\n')}\n${world.logLines.join('\n')}`;
      for (const token of tokens) expect(everything).not.toContain(token);
    },
  );

  it('C021 two clients at one address get two mails, each saying for whom', async () => {
    const { browser, people } = await aRoster(world, 0, [
      { firstName: 'Ana', lastName: 'Ruiz', email: 'ruiz.family@client.test' },
      { firstName: 'Leo', lastName: 'Ruiz', email: 'ruiz.family@client.test' },
    ]);
    await sent(browser, text(people));
    const letters = await world.letters('ruiz.family@client.test');
    expect(letters.map(({ text: words }) => /^For (\w+)/.exec(words)?.[1]).sort()).toEqual(['Ana', 'Leo']);
  });

  it('C024 a client with the coach’s own address: pre-flight refuses the link, and nothing is sent', async () => {
    const { browser, coach, own } = await aRoster();
    const test = await aClient(world, { ...own, email: coach.email.toUpperCase() });
    expect((await check(browser, text([test]))).problems).toMatchObject([
      { kind: 'RECIPIENT_IS_SENDER', severity: 'ERROR' },
    ]);
    expect((await send(browser, text([test]))).__typename).toBe('MessageRejected');
  });

  it('C028 lives 72 hours from the sending', async () => {
    const { browser, people } = await aRoster(world, 2);
    const [early, late] = people;
    await sent(browser, text(people));
    const tokens = await Promise.all(
      [early, late].map(async (p) => (await world.latest(p?.email ?? '')).token()),
    );
    world.clock.advance(71 * HOUR_MS);
    expect((await redeem(world.browser(), tokens[0] ?? '')).__typename).toBe('LoggedIn');
    world.clock.advance(2 * HOUR_MS);
    expect((await redeem(world.browser(), tokens[1] ?? '')).__typename).toBe('LoginLinkUnusable');
  });

  it('C037 links that went to the wrong mailbox are taken back for good', async () => {
    const { browser, people } = await aRoster(world, 1);
    const id = await sent(browser, text(people));
    const token = (await world.latest(people[0]?.email ?? '')).token();
    await browser.run(RevokeLoginLinksDocument, { messageId: id });
    expect(await redeem(world.browser(), token)).toMatchObject({ problem: 'REVOKED', mayRenew: false });
    expect((await look(browser, id))?.deliveries.nodes[0]?.loginLink).toBe('REVOKED');
  });

  it('C071 a pasted login address is stored and sent as the tag', async () => {
    const { browser, people } = await aRoster(world, 1);
    await sent(browser, text(people));
    const live = (await world.latest(people[0]?.email ?? '')).links()[0] ?? '';
    const id = await sent(browser, text(people, { body: `Use this one: ${live}` }));
    expect((await look(browser, id))?.body).toBe('Use this one: [loginLink]');
    const letter = await world.latest(people[0]?.email ?? '');
    expect(letter.text).not.toContain(live.split('#')[1] ?? 'none');
    expect(letter.links()).toHaveLength(1);
  });
});

describe('pre-flight', () => {
  it('J5 tells each problem before sending, over the real recipients', async () => {
    const { browser, people } = await aRoster(world, 0, [{ firstName: '' }, {}, { status: 'INACTIVE' }]);
    await world.rows(`update account set email_state = 'BOUNCED' where id = ?`, [people[1]?.id ?? '']);
    const { problems, ok } = await check(
      browser,
      text(people, { body: 'Hi [firstName], [loginlnk]', subject: '' }),
    );
    expect(ok).toBe(false);
    expect(problems.map(({ kind }) => kind).sort()).toEqual([
      'EMPTY_SUBJECT',
      'EMPTY_VALUE',
      'RECIPIENT_INACTIVE',
      'RECIPIENT_UNDELIVERABLE',
      'UNKNOWN_TAG',
    ]);
    expect(problems.find(({ kind }) => kind === 'UNKNOWN_TAG')?.message).toContain('loginLink');
    expect(problems.find(({ kind }) => kind === 'EMPTY_VALUE')?.clients.map(({ id }) => id)).toEqual([
      people[0]?.id,
    ]);
  });

  it('C166 tags of other programs are warned about with ours, and go out as they stand', async () => {
    const { browser, people } = await aRoster(world, 1);
    const written = 'Hi {{first_name}} *|FNAME|* {{login_link}} ［loginLink］ and [loginLink';
    const { problems } = await check(browser, { ...text(people), body: written });
    expect(
      problems.map(({ severity, kind, place, shown, suggestion }) => [
        severity,
        kind,
        place,
        shown,
        suggestion,
      ]),
    ).toEqual(
      [
        ['{{first_name}}', 'firstName'],
        ['{{login_link}}', 'loginLink'],
        ['*|FNAME|*', 'firstName'],
        ['［loginLink］', 'loginLink'],
        ['[loginLink', 'loginLink'],
      ].map((facts) => ['WARNING', 'FOREIGN_TAG', 'BODY', ...facts]),
    );
    await sent(browser, { ...text(people), body: written });
    const letter = await world.latest(people[0]?.email ?? '');
    expect(letter.text).toContain(written);
  });

  it('C069 one reader after the other can be looked at, always in the same order', async () => {
    const { browser, people } = await aRoster(world, 3);
    const at = async (skip: number) => {
      const variables = { input: text(people), previews: 1, skip };
      const { checkMessage } = await browser.run(CheckMessageDocument, variables);
      return checkMessage.__typename === 'MessageCheck' ? checkMessage.previews[0]?.client.id : undefined;
    };
    const met = [await at(0), await at(1), await at(2)];
    expect(new Set(met)).toEqual(new Set(people.map(({ id }) => id)));
    expect([await at(0), await at(1), await at(3), await at(-1)]).toEqual([
      met[0],
      met[1],
      undefined,
      met[0],
    ]);
  });

  it('C069 preview and test mail show real values, and no address behind [loginLink]', async () => {
    const { browser, coach, people } = await aRoster(world, 1);
    const { previews } = await check(browser, text(people));
    expect(previews[0]?.text).toContain('Hi Maria');
    expect(previews[0]?.text).toContain('[loginLink]');
    expect(previews[0]?.html).not.toMatch(/href="[^"]*login/);
    const before = (await world.letters()).length;
    await browser.run(SendTestMessageDocument, { input: text(people), asClientId: people[0]?.id ?? '' });
    const letters = (await world.letters()).slice(before);
    expect(letters.map(({ to }) => to)).toEqual([coach.email]);
    expect(letters[0]?.text).toContain('[loginLink]');
    expect(
      await world.rows('select 1 from login_link where account_id = ?', [people[0]?.id ?? '']),
    ).toHaveLength(0);
  });

  it('C112 a foreign client, a coach and an invented id are one fault; nothing is sent', async () => {
    const { browser, coach, people } = await aRoster(world, 1);
    const foreign = await aClient(world);
    const before = (await world.letters()).length;
    const answers = new Set<string>();
    for (const id of [foreign.id, coach.id, '00000000-0000-4000-8000-000000000000', 'x'])
      answers.add(JSON.stringify(await send(browser, text([...people, { ...foreign, id }]))));
    expect(answers.size).toBe(1);
    expect([...answers][0]).toContain('input.recipients.clientIds');
    expect(await world.letters()).toHaveLength(before);
  });

  it('C062 C060 names with markup, line breaks and tags change nothing but their own place', async () => {
    const { browser, people } = await aRoster(world, 0, [
      { firstName: '[loginLink]', lastName: '<a href="https://evil.test">x</a>' },
    ]);
    await sent(
      browser,
      text(people, { subject: 'For [firstName] [lastName]', body: 'Hi [firstName] [lastName]' }),
    );
    const letter = await world.latest(people[0]?.email ?? '');
    expect(letter.text).toContain('Hi [loginLink] <a href="https://evil.test">x</a>');
    expect(letter.kept.html).not.toContain('<a href="https://evil.test">');
    expect(letter.links()).toHaveLength(0);
  });

  it('P062 1 MB bodies, HTML bombs, 10,000 ids and line breaks in a subject are clear problems, and nothing is sent', async () => {
    const { browser, people } = await aRoster(world, 1);
    const before = (await world.letters()).length;
    const inputs = [
      text(people, { body: 'x'.repeat(201_000) }),
      text(people, { body: '<div>'.repeat(20_000), bodyFormat: 'HTML' }),
      text(people, {
        recipients: { clientIds: Array.from({ length: 5_001 }, (_, i) => String(i)), allActive: false },
      }),
    ];
    for (const input of inputs)
      expect(['InvalidInput', 'MessageRejected']).toContain((await send(browser, input)).__typename);
    await sent(browser, text(people, { subject: 'One\r\nBcc: x@evil.test' }));
    const letters = (await world.letters()).slice(before);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.subject).not.toMatch(/[\r\n]/);
  });
});

describe('sending', () => {
  it('C078 the same key sends once, also at the same time', async () => {
    const { browser, coach, people } = await aRoster(world, 2);
    const input = text(people, { copyToMe: true });
    const results = await Promise.all([
      send(browser, input, 'k'),
      send(browser, input, 'k'),
      send(browser, input, 'k'),
    ]);
    const ids = new Set(
      results.map((r) => (r.__typename === 'MessageAccepted' ? r.acceptedMessage.id : r.__typename)),
    );
    expect(ids.size).toBe(1);
    for (const { email } of [...people, coach]) expect(await world.letters(email)).toHaveLength(1);
    expect((await send(browser, text(people, { subject: 'Other' }), 'k')).__typename).toBe('InvalidInput');
  });

  it('C065 a scheduled message makes its links when it goes; who was deactivated on the way is held and can be retried', async () => {
    const { browser, people } = await aRoster(world, 3);
    const id = await sent(
      browser,
      text(people, { schedule: { localTime: '2027-03-01T09:00', timeZone: 'Europe/Madrid' } }),
    );
    const { enqueueDueDeliveries } =
      await import('../../src/features/messages/sending/enqueue-due-deliveries.ts');
    await enqueueDueDeliveries(world.app.open());
    expect(await look(browser, id)).toMatchObject({
      state: 'SCHEDULED',
      scheduledFor: '2027-03-01T08:00:00.000Z',
    });
    const gone = people[2]?.id ?? '';
    await browser.run(DeactivateClientDocument, { id: gone, mayLogIn: false });
    expect(await world.rows('select 1 from login_link where account_id = ?', [gone])).toHaveLength(0);
    world.clock.advance(new Date('2027-03-01T08:00:01Z').getTime() - world.clock.now().getTime());
    const coachAgain = world.browser();
    await coachAgain.run((await import('@latchstring/operations')).LoginDocument, await credentialsOf(id));
    await enqueueDueDeliveries(world.app.open());
    const message = await look(coachAgain, id);
    expect(message).toMatchObject({ state: 'SENT', deliveryCounts: { sent: 2, held: 1 } });
    const held = message?.deliveries.nodes.find(({ state }) => state === 'HELD');
    expect(held).toMatchObject({ loginLink: 'NONE', client: { id: gone } });
    expect(held?.reason).toContain('deactivated');
    await world.rows(`update account set status = 'ACTIVE' where id = ?`, [gone]);
    await coachAgain.run(RetryDeliveryDocument, { id: held?.id ?? '' });
    expect(await look(coachAgain, id)).toMatchObject({ state: 'SENT', deliveryCounts: { sent: 3, held: 0 } });
  });

  async function credentialsOf(messageId: string) {
    const [row] = await world.rows<{ username: string }>(
      'select a.username from message m join account a on a.id = m.coach_id where m.id = ?',
      [messageId],
    );
    return { username: row?.username ?? '', password: 'paper boats at noon' };
  }

  it('what a person sends in the app waits ten seconds, in which it can be undone', async () => {
    const { browser, coach, people } = await aRoster(world, 1);
    const input = text(people);
    const { data } = await browser.ask(SendMessageDocument, { input }, { 'latchstring-account': coach.id });
    const accepted =
      data?.sendMessage.__typename === 'MessageAccepted' ? data.sendMessage.acceptedMessage : null;
    expect(accepted?.state).toBe('SCHEDULED');
    await browser.run(CancelScheduledMessageDocument, { id: accepted?.id ?? '' });
    world.clock.advance(11_000);
    const { enqueueDueDeliveries } =
      await import('../../src/features/messages/sending/enqueue-due-deliveries.ts');
    await enqueueDueDeliveries(world.app.open());
    expect((await look(browser, accepted?.id ?? ''))?.state).toBe('CANCELLED');
    expect(await world.letters(people[0]?.email)).toHaveLength(0);
  });

  it('a draft is kept with its faults; an older version overwrites nothing; sending removes it', async () => {
    const { browser, people } = await aRoster(world, 1);
    const save = async (body: string, id?: string, version?: number) =>
      (
        await browser.run(SaveDraftDocument, {
          input: text(people, { body }),
          ...(id ? { id } : {}),
          ...(version ? { version } : {}),
        })
      ).saveDraft;
    const first = await save('[nonsense]');
    const draft = first.__typename === 'MessageAccepted' ? first.acceptedMessage : null;
    expect(draft).toMatchObject({ state: 'DRAFT', version: 1 });
    expect(await save('newer', draft?.id, 1)).toMatchObject({ acceptedMessage: { version: 2 } });
    expect(await save('older', draft?.id, 1)).toMatchObject({
      __typename: 'InvalidInput',
      fields: [{ field: 'version' }],
    });
    await browser.run(SendMessageDocument, { input: text(people), draftId: draft?.id ?? '' });
    expect((await browser.run(MessageDocument, { id: draft?.id ?? '', deliveries: 1 })).message).toBeNull();
  });

  it('a template keeps the tag and says what is wrong with it', async () => {
    const { browser } = await aRoster();
    const save = { name: 'Way in', subject: 'Hi', body: '<p>[loginLink] [loginlnk]</p>' };
    const { saveMessageTemplate } = await browser.run(SaveMessageTemplateDocument, save);
    expect(saveMessageTemplate).toMatchObject({
      __typename: 'MessageTemplateSaved',
      problems: [{ kind: 'UNKNOWN_TAG' }],
    });
  });

  it('C113 messages of another coach, in the same practice too, do not exist', async () => {
    const { browser, coach, people } = await aRoster(world, 1);
    const id = await sent(browser, text(people));
    const colleague = await loggedInBrowser(world, await aCoach(world, { practiceId: coach.practiceId }));
    expect((await colleague.run(MessageDocument, { id, deliveries: 1 })).message).toBeNull();
    const delivery = (await look(browser, id))?.deliveries.nodes[0]?.id ?? '';
    const answers = [
      (await colleague.run(RevokeLoginLinksDocument, { messageId: id })).revokeLoginLinks,
      (await colleague.run(CancelScheduledMessageDocument, { id })).cancelScheduledMessage,
      (await colleague.run(RetryDeliveryDocument, { id: delivery })).retryDelivery,
    ];
    for (const answer of answers) expect(answer.__typename).toBe('InvalidInput');
  });
});
