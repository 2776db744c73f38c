import {
  MessageDocument,
  SaveDraftDocument,
  SendMessageDocument,
  type MessageInput,
} from '@latchstring/operations';
import { afterAll, describe, expect, it } from 'vitest';
import { loggedInBrowser } from '../world/acts.ts';
import { aClient, aCoach } from '../world/people.ts';
import { Provider, textOf } from '../world/provider.ts';
import { useWorld } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url } as const;
const world = useWorld({ env: { mail, mailFrom: 'no-reply@mail.test' } });
afterAll(() => provider.close());

async function aWriter(traits: { firstName?: string; lastName?: string } = {}) {
  const coach = await aCoach(world);
  const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId, ...traits });
  const browser = await loggedInBrowser(world, coach);
  const good: MessageInput = {
    subject: 'News',
    body: 'Hello',
    bodyFormat: 'HTML',
    copyToMe: false,
    recipients: { clientIds: [client.id], allActive: false },
  };
  return { client, browser, good };
}

const ids = (n: number) =>
  Array.from({ length: n }, (_, i) => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`);

const bad: [string, Partial<MessageInput>][] = [
  ['a body of 150 kB', { body: 'x'.repeat(150_000) }],
  ['20,000 elements inside each other', { body: '<div>'.repeat(20_000) }],
  ['40,000 attributes', { body: `<p ${'a=b '.repeat(40_000)}>x</p>` }],
  ['15,000 tags', { body: '[firstName]'.repeat(15_000) }],
  ['a subject of 150 kB', { subject: 'x'.repeat(150_000) }],
  ['an unknown tag', { body: '[loginlnk]' }],
  ['5,001 recipients', { recipients: { clientIds: ids(5_001), allActive: false } }],
  ['recipients that are no ids', { recipients: { clientIds: ["' or 1=1 --"], allActive: false } }],
];

describe('bad input', () => {
  it.each(bad)('%s: a clear problem, nothing sent, and the draft stays as it was', async (_kind, more) => {
    const { browser, good } = await aWriter();
    const { saveDraft } = await browser.run(SaveDraftDocument, { input: good });
    const draftId = saveDraft.__typename === 'MessageAccepted' ? saveDraft.acceptedMessage.id : '';
    const input = { ...good, ...more };
    const calls = provider.calls;
    const { sendMessage } = await browser.run(SendMessageDocument, { input, draftId });
    expect(['InvalidInput', 'MessageRejected']).toContain(sendMessage.__typename);
    const words =
      sendMessage.__typename === 'InvalidInput'
        ? sendMessage.fields.map(({ message }) => message)
        : sendMessage.__typename === 'MessageRejected'
          ? sendMessage.problems.map(({ message }) => message)
          : [];
    expect(words.join(' ')).toMatch(/at most|too (?:long|much)|magic tag|no clients of yours/);
    await world.settle();
    expect(provider.calls).toBe(calls);
    const { message } = await browser.run(MessageDocument, { id: draftId, deliveries: 1 });
    expect(message).toMatchObject({ state: 'DRAFT', version: 1, subject: 'News' });
    expect(message?.body).toContain('Hello');
  });

  it.each<[string, Partial<MessageInput>]>([
    ['a body of a megabyte', { body: 'x'.repeat(1_100_000) }],
    ['10,000 recipients', { recipients: { clientIds: ids(10_000), allActive: false } }],
  ])('%s: refused before it is read, in the shape of every other fault', async (_kind, more) => {
    const { browser, good } = await aWriter();
    const { response } = await browser.ask(SendMessageDocument, { input: { ...good, ...more } });
    expect(response.statusCode).toBe(413);
    expect(response.body).toContain('too large');
  });

  it('C062 C063 line breaks in names and subjects begin no header, and the provider has nothing to fill in', async () => {
    const odd = '%recipient.email% %unsubscribe_url% {{7*7}} ${7*7}';
    const { client, browser, good } = await aWriter({ firstName: odd, lastName: 'A\r\nBcc: x@evil.test' });
    const input: MessageInput = {
      ...good,
      subject: '[firstName] [lastName]\r\nBcc: y@evil.test',
      bodyFormat: 'TEXT',
      body: `Hi [firstName] [lastName], ${odd}`,
    };
    const { sendMessage } = await browser.run(SendMessageDocument, { input });
    expect(sendMessage.__typename).toBe('MessageAccepted');
    await world.settle();
    const [form] = provider.to(client.email);
    expect(textOf(form, 'subject')).toContain(odd);
    expect(textOf(form, 'subject')).not.toMatch(/[\r\n]/);
    expect(textOf(form, 'text').replaceAll(/\s+/g, ' ')).toContain(odd);
    const shown = textOf(form, 'html').replaceAll('&#37;', '%');
    expect(shown).toContain('%recipient.email%');
    expect(textOf(form, 'html')).not.toContain('%recipient');
    expect([...(form?.keys() ?? [])].join()).not.toMatch(/cc|recipient-variables|template|h:Bcc/i);
    expect(form?.getAll('to')).toEqual([client.email]);
  });
});
