import {
  MessageDocument,
  MessagesDocument,
  MessageTemplatesDocument,
  SaveDraftDocument,
  SaveMessageTemplateDocument,
  SendTestMessageDocument,
  type MessageInput,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { loggedInBrowser } from '../world/acts.ts';
import { aClient, aCoach } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();

async function aWriter() {
  const coach = await aCoach(world);
  const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId });
  const browser = await loggedInBrowser(world, coach);
  const good: MessageInput = {
    subject: 'News',
    body: '<p>Three evenings of work</p>',
    bodyFormat: 'HTML',
    copyToMe: false,
    recipients: { clientIds: [client.id], allActive: false },
  };
  return { coach, client, browser, good };
}

const tooMuch: [string, Pick<MessageInput, 'body' | 'bodyFormat'>][] = [
  ['100,001 characters of HTML', { body: `<p>${'x'.repeat(99_994)}</p>`, bodyFormat: 'HTML' }],
  ['100,001 characters of text', { body: 'x'.repeat(100_001), bodyFormat: 'TEXT' }],
  ['150,000 characters', { body: 'x'.repeat(150_000), bodyFormat: 'HTML' }],
  ['more than 200,000', { body: 'x'.repeat(200_001), bodyFormat: 'HTML' }],
  ['elements a hundred deep', { body: `${'<div>'.repeat(101)}x`, bodyFormat: 'HTML' }],
  ['20,001 elements', { body: '<b>'.repeat(20_001), bodyFormat: 'HTML' }],
];

describe('a body that is too much to be read', () => {
  it.each(tooMuch)(
    'of %s overwrites no draft and makes none; the answer names the field',
    async (_, body) => {
      const { browser, good } = await aWriter();
      const { saveDraft } = await browser.run(SaveDraftDocument, { input: good });
      const draft = saveDraft.__typename === 'MessageAccepted' ? saveDraft.acceptedMessage : null;
      const refused = { __typename: 'InvalidInput', fields: [{ field: 'input.body' }] };
      const input = { ...good, ...body };
      const again = await browser.run(SaveDraftDocument, { input, id: draft?.id ?? '', version: 1 });
      expect(again.saveDraft).toMatchObject(refused);
      expect((await browser.run(SaveDraftDocument, { input })).saveDraft).toMatchObject(refused);
      const { message } = await browser.run(MessageDocument, { id: draft?.id ?? '', deliveries: 1 });
      expect(message).toMatchObject({ version: 1, body: good.body });
      const { messages } = await browser.run(MessagesDocument, { first: 10, state: 'DRAFT' });
      expect(messages.totalCount).toBe(1);
    },
  );

  it.each(tooMuch)('of %s overwrites no template and makes none', async (_, { body }) => {
    const { browser, good } = await aWriter();
    const mine = { name: 'Mine', subject: 'Hi', body: good.body };
    const saved = (await browser.run(SaveMessageTemplateDocument, mine)).saveMessageTemplate;
    const id = saved.__typename === 'MessageTemplateSaved' ? saved.template.id : '';
    // A template is HTML: text of that length is as much.
    for (const more of [{ id }, {}]) {
      const answer = await browser.run(SaveMessageTemplateDocument, { ...mine, ...more, body });
      expect(answer.saveMessageTemplate).toMatchObject({
        __typename: 'InvalidInput',
        fields: [{ field: 'body' }],
      });
    }
    const { messageTemplates } = await browser.run(MessageTemplatesDocument, {});
    expect(messageTemplates).toMatchObject([{ id, body: good.body }]);
  });

  it('is no test mail either, and a Spanish coach reads the most that fits as it is written there', async () => {
    const { browser, coach, client, good } = await aWriter();
    browser.cookies.set('latchstring-language', 'es');
    const input = { ...good, body: 'x'.repeat(100_001) };
    const { sendTestMessage } = await browser.run(SendTestMessageDocument, { input, asClientId: client.id });
    const words = expect.stringContaining('100.000 caracteres') as string;
    expect(sendTestMessage).toMatchObject({ fields: [{ field: 'input.body', message: words }] });
    expect(await world.letters(coach.email)).toHaveLength(0);
  });

  it('a subject that is too long is kept with its fault: nothing of it is lost', async () => {
    const { browser, good } = await aWriter();
    const subject = 'x'.repeat(300);
    const { saveDraft } = await browser.run(SaveDraftDocument, { input: { ...good, subject } });
    expect(saveDraft).toMatchObject({ __typename: 'MessageAccepted' });
    const id = saveDraft.__typename === 'MessageAccepted' ? saveDraft.acceptedMessage.id : '';
    const { message } = await browser.run(MessageDocument, { id, deliveries: 1 });
    expect(message).toMatchObject({ subject, body: good.body });
  });
});
