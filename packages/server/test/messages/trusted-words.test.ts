import {
  CheckMessageDocument,
  SaveDraftDocument,
  SendMessageDocument,
  type MessageInput,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { apiToken, bearer, loggedInBrowser } from '../world/acts.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();

async function aWriter(...clients: { firstName?: string; lastName?: string }[]) {
  const coach = await aCoach(world);
  const own = { coachId: coach.id, practiceId: coach.practiceId };
  const people: Person[] = [];
  for (const traits of clients) people.push(await aClient(world, { ...own, ...traits }));
  const browser = await loggedInBrowser(world, coach);
  const written = (more: Partial<MessageInput>): MessageInput => ({
    subject: 'Hello',
    body: 'x',
    bodyFormat: 'TEXT',
    copyToMe: false,
    recipients: { clientIds: people.map(({ id }) => id), allActive: false },
    ...more,
  });
  const check = async (more: Partial<MessageInput>) => {
    const { checkMessage } = await browser.run(CheckMessageDocument, { input: written(more), previews: 1 });
    if (checkMessage.__typename !== 'MessageCheck') throw new Error(JSON.stringify(checkMessage));
    return checkMessage;
  };
  const send = async (more: Partial<MessageInput>) =>
    (await browser.run(SendMessageDocument, { input: written(more) })).sendMessage;
  const letterOf = (at = 0) => world.latest(people[at]?.email ?? '');
  return { coach, people, browser, written, check, send, letterOf };
}

const TOKEN = /\/login\/link#[\w-]{22}/;

describe('C129 a login link touches nothing that could become a part of it', () => {
  it.each([
    ['https://evil.test/?u=', '[firstName][loginLink]'],
    ['https://evil.test/?u=\u200d', '[firstName][loginLink]'],
    ['Maria', '[firstName][loginLink]'],
    ['/../../evil?', '[loginLink][firstName]'],
    ['.evil.test', '[loginLink][firstName]'],
    ['x', '[firstName][loginLink][firstName][loginLink]'],
  ])(
    'C129 a name %s is set apart from it, in each mail by what its reader is called: %s',
    async (name, body) => {
      const { check, send, letterOf } = await aWriter({ firstName: name }, { firstName: 'Jo' });
      expect((await check({ body })).problems).toEqual([]);
      expect((await send({ body })).__typename).toBe('MessageAccepted');
      for (const at of [0, 1]) {
        const { kept } = await letterOf(at);
        const shown = kept.html
          .replaceAll(/<br\s*\/?>|<\/?(?:p|div|td|tr)\b[^>]*>/g, '\n')
          .replaceAll(/<[^>]+>/g, '');
        for (const text of [kept.text, shown]) {
          const lines = text.split('\n').filter((line) => TOKEN.test(line));
          expect(lines.length).toBeGreaterThan(0);
          // From our own origin on, and nothing before it: an address in front would have the same shape.
          for (const line of lines) {
            expect(line.trim().slice(0, world.env.publicUrl.length)).toBe(world.env.publicUrl);
            expect(line.trim().slice(world.env.publicUrl.length)).toMatch(new RegExp(`^${TOKEN.source}$`));
          }
        }
      }
    },
  );

  it('C129 the preview shows it as the mail has it', async () => {
    const { check } = await aWriter({ firstName: 'https://evil.test/?u=' });
    const { previews } = await check({ body: '[firstName][loginLink]' });
    expect(previews[0]?.html).toMatch(/u=<br>\[loginLink\]/);
  });
});

it('C130 a link that looks like one of ours stops the sending, one that looks like another’s does not', async () => {
  const { send } = await aWriter({ firstName: 'Maria' });
  const link = (shown: string) => `<p><a href="https://evil.test/login">${shown}</a></p>`;
  const refused = await send({ body: link(`${world.env.publicUrl}/login/link`), bodyFormat: 'HTML' });
  expect(refused).toMatchObject({
    __typename: 'MessageRejected',
    problems: [
      { severity: 'ERROR', kind: 'MISLEADING_LINK', place: 'BODY', suggestion: 'https://evil.test/login' },
    ],
  });
  expect((await send({ body: link('https://bank.test/'), bodyFormat: 'HTML' })).__typename).toBe(
    'MessageAccepted',
  );
});

it('C133 a token that may not read clients is told how many, and no name', async () => {
  const { coach, written, browser } = await aWriter(
    { firstName: '', lastName: 'Kowalska' },
    { firstName: ' ', lastName: 'Ruiz' },
    { firstName: 'Jo', lastName: 'Lind' },
  );
  const query = `query ($input: MessageInput!) { checkMessage(input: $input) {
    ... on MessageCheck { problems { kind message tag fallback clientCount } } } }`;
  const ask = async (secret: string) => {
    const variables = { input: written({ body: 'Hi [firstName]', subject: '[firstName]' }) };
    const { data } = await world
      .browser()
      .post<{ checkMessage: object }>({ query, variables }, bearer(secret));
    return data?.checkMessage;
  };
  const sendOnly = await apiToken(world, coach, ['MESSAGES_SEND']);
  expect(await ask(sendOnly)).toEqual({
    problems: [
      {
        kind: 'EMPTY_VALUE',
        tag: 'firstName',
        fallback: 'there',
        clientCount: 2,
        message:
          '2 of the recipients have nothing to put for [firstName]. Write [firstName|there] for them, or fill it in.',
      },
    ],
  });
  const reading = await apiToken(world, coach, ['MESSAGES_SEND', 'CLIENTS_READ']);
  expect(JSON.stringify(await ask(reading))).toContain('Kowalska and Ruiz have nothing');
  const input = written({ body: '[loginLink]', recipients: { clientIds: [], allActive: true } });
  expect((await browser.run(SaveDraftDocument, { input })).saveDraft.__typename).toBe('MessageAccepted');
});

it('C134 what a problem proposes is a field, whatever a client is called', async () => {
  const { check } = await aWriter({ firstName: '', lastName: '[x|Free money at evil.example]' });
  const { problems } = await check({ body: 'Hi [firstName]' });
  expect(problems).toMatchObject([
    { kind: 'EMPTY_VALUE', place: 'BODY', tag: 'firstName', fallback: 'there', suggestion: null },
  ]);
  const misspelt = await check({ subject: '[fristName|Did you mean (lastName)?]', body: '[loginLink|x]' });
  expect(misspelt.problems).toMatchObject([
    { kind: 'UNKNOWN_TAG', place: 'SUBJECT', tag: 'fristName', suggestion: 'firstName' },
    { kind: 'UNKNOWN_TAG', place: 'BODY', tag: 'loginLink|x', suggestion: 'loginLink' },
  ]);
});
