import {
  CheckMessageDocument,
  MessageDocument,
  RequestLoginLinkDocument,
  RetryDeliveryDocument,
  SaveMessageTemplateDocument,
  SendMessageDocument,
  SendTestMessageDocument,
  type MessageInput,
} from '@latchstring/operations';
import { afterAll, expect, it } from 'vitest';
import { loggedInBrowser, redeem } from '../world/acts.ts';
import { codeIn } from '../world/letters.ts';
import { isLong } from '../world/long-form.ts';
import { aClient, aCoach } from '../world/people.ts';
import { Provider, textOf } from '../world/provider.ts';
import { deliverNow, MINUTE_MS } from '../world/sending.ts';
import { useWorld, withoutLimits } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, timeoutMs: 3_000 } as const;
const world = useWorld({ env: { mail, mailFrom: 'no-reply@mail.test' }, settings: withoutLimits });
afterAll(() => provider.close());

/** The tag as people and editors write it. */
const TEXT_TAGS = ['[loginLink]', '[LOGINLINK]', '[ loginLink ]', '[login\u00adLink]'];
const HTML_TAGS = [
  '[loginLink]',
  '[login<b>Link</b>]',
  '[loginLink&nbsp;]',
  '<a href="[loginLink]">here</a>',
  '<a href="http://[loginLink]">here</a>',
  '<a href="%5BloginLink%5D">[loginLink]</a>',
];

/** No tag; one in each place; three at once. */
const textBodies = (tag: string) => [
  `${tag} is your way in.`,
  `Hello, ${tag} is your way in.`,
  `Hello,\n\n- one\n- ${tag}\n\nBye.`,
  `Your way in is ${tag}.`,
  `${tag}\n\n- ${tag}\n\nAnd at last ${tag}.`,
];
const htmlBodies = (tag: string) => [
  `<p>${tag} is your way in.</p>`,
  `<p>Hello, ${tag} is your way in.</p>`,
  `<p>Hello</p><ul><li>one</li><li>${tag}</li></ul>`,
  `<p>Your way in is ${tag}.</p>`,
  `<p>${tag}</p><ul><li>${tag}</li></ul><p>And <em>at last ${tag}</em>.</p>`,
];
/** In the short form each tag stands in two of the five places, and each place has several of the tags. */
const inSome = (bodies: (tag: string) => string[]) => (tag: string, n: number) =>
  bodies(tag).filter((_, at) => isLong || (at + n) % 5 < 2);
const matrix: ['TEXT' | 'HTML', string, number][] = [
  ['TEXT', 'Nothing to click.', 0],
  ['HTML', '<p>Nothing to click.</p>', 0],
  ...TEXT_TAGS.flatMap(inSome(textBodies)).map((body): ['TEXT', string, number] => ['TEXT', body, 1]),
  ...HTML_TAGS.flatMap(inSome(htmlBodies)).map((body): ['HTML', string, number] => ['HTML', body, 1]),
];

const tokensIn = (text: string) =>
  [...text.matchAll(/#([\w-]{22})(?![\w-])/g)].map(([, token]) => token ?? '');
const whole = (form: FormData) => JSON.stringify([...form.entries()]);

/** Every row of every table, the queue's and its archives too. */
async function dump(): Promise<string> {
  const tables = await world.rows<{ name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
  );
  const rows: string[] = [];
  for (const { name } of tables) rows.push(JSON.stringify(await world.rows('select * from ' + name)));
  return rows.join('\n');
}

it('C059 C066 C067 C068 C069 C073 no letter to anyone but the client holds a token, and none is stored, logged, returned or left in a job', async () => {
  const coach = await aCoach(world);
  const own = { coachId: coach.id, practiceId: coach.practiceId, firstName: 'Ana' };
  const people = [await aClient(world, own), await aClient(world, own)];
  const browser = await loggedInBrowser(world, coach);
  const recipients = { clientIds: people.map(({ id }) => id), allActive: false };
  const inputs = matrix.map(([bodyFormat, body], i): MessageInput => ({
    subject: `Case ${i}.`,
    body,
    bodyFormat,
    copyToMe: true,
    recipients,
  }));
  const said: unknown[] = [];

  for (const input of inputs) {
    said.push(await browser.run(CheckMessageDocument, { input, previews: 3 }));
    const template = { name: input.subject, subject: 'Hi', body: input.body };
    said.push(await browser.run(SaveMessageTemplateDocument, template));
    said.push(await browser.run(SendTestMessageDocument, { input, asClientId: people[0]?.id ?? '' }));
  }
  await world.settle();
  expect(provider.seen.map((form) => form.get('to'))).toEqual(inputs.map(() => coach.email));
  expect(tokensIn(provider.seen.map(whole).join())).toEqual([]);

  // The first try of each client's mail is refused after the mail was made.
  const before = (id: string) => provider.seen.some((form) => textOf(form, 'h:Message-ID') === id);
  provider.mood = (form) =>
    form.get('to') === coach.email || before(textOf(form, 'h:Message-ID')) ? 'accepts' : 'answers 500';
  const ids: string[] = [];
  for (const input of inputs) {
    const sent = await browser.run(SendMessageDocument, { input, idempotencyKey: input.subject });
    said.push(sent);
    if (sent.sendMessage.__typename === 'MessageAccepted') ids.push(sent.sendMessage.acceptedMessage.id);
  }
  expect(ids).toHaveLength(inputs.length);
  const during = await dump();
  await world.settle();
  const between = await dump();
  provider.mood = 'accepts';
  world.clock.advance(MINUTE_MS);
  await deliverNow(world);
  // And one of each is sent again by hand.
  for (const id of ids) {
    const { message } = await browser.run(MessageDocument, { id, deliveries: 5 });
    const [delivery] = message?.deliveries.nodes ?? [];
    await world.rows(`update delivery set state = 'BOUNCED' where id = ?`, [delivery?.id]);
    said.push(await browser.run(RetryDeliveryDocument, { id: delivery?.id ?? '' }));
  }
  await world.browser().run(RequestLoginLinkDocument, { username: people[1]?.username ?? '' });
  await world.settle();
  for (const id of ids) said.push(await browser.run(MessageDocument, { id, deliveries: 5 }));

  const tokens = new Set<string>();
  for (const form of provider.seen) {
    const found = tokensIn(whole(form));
    const links = matrix[Number(/Case (\d+)\./.exec(textOf(form, 'subject'))?.[1] ?? -1)]?.[2];
    expect(form.getAll('to')).toHaveLength(1);
    if (form.get('to') === coach.email) {
      expect(found).toEqual([]);
      if (links) expect(whole(form)).toContain('[loginLink]');
      for (const { email } of people) expect(whole(form)).not.toContain(email);
    } else {
      expect(new Set(found).size, whole(form)).toBe(links ?? 1);
      for (const token of found) tokens.add(token);
    }
  }
  const copies = provider.accepted.filter(
    (form) => form.get('to') === coach.email && !textOf(form, 'subject').startsWith('Test'),
  );
  expect(new Set(copies.map((form) => textOf(form, 'subject'))).size).toBe(inputs.length);
  expect(copies).toHaveLength(inputs.length);
  const asked = provider
    .to(people[1]?.email ?? '')
    .find((form) => textOf(form, 'subject').endsWith('your login link'));
  const code = codeIn(textOf(asked, 'text'));
  const everything = [during, between, await dump(), JSON.stringify(said), ...world.logLines].join('\n');
  for (const secret of [...tokens, code, code.replace('-', '')])
    expect(everything.includes(secret), secret).toBe(false);
  expect(tokens.size).toBeGreaterThan(inputs.length * 2);
  const newest = provider
    .to(people[0]?.email ?? '')
    .flatMap((form) => tokensIn(whole(form)))
    .at(-1);
  expect((await redeem(world.browser(), newest ?? '')).__typename).toBe('LoggedIn');
}, 180_000);
