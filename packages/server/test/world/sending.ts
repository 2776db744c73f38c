import {
  LoginDocument,
  MessageDocument,
  SendMessageDocument,
  type MessageInput,
} from '@latchstring/operations';
import { composeMessage } from '@latchstring/message-language';
import { expect } from 'vitest';
import { enqueueDueDeliveries } from '../../src/features/messages/sending/enqueue-due-deliveries.ts';
import { Message } from '../../src/features/messages/writing/message.entity.ts';
import { loggedInBrowser, redeem } from './acts.ts';
import type { Browser } from './browser.ts';
import { aClient, aCoach, type Person } from './people.ts';
import { textOf, type Provider } from './provider.ts';
import type { World } from './world.ts';

export const MINUTE_MS = 60_000;

export const tokenOf = (form: FormData | undefined) =>
  /login\/link#([\w-]{22})/.exec(textOf(form, 'text'))?.[1] ?? '';

/** Each of these addresses has one mail, and the link in it logs in there. */
export async function eachLinkLogsIn(
  there: { browser: () => Browser },
  provider: Provider,
  people: { email: string }[],
): Promise<void> {
  expect(people.map(({ email }) => provider.to(email).length)).toEqual(people.map(() => 1));
  for (const { email } of people) {
    const outcome = await redeem(there.browser(), tokenOf(provider.to(email)[0]));
    expect(`${email} ${outcome.__typename}`).toBe(`${email} LoggedIn`);
  }
}

type Row = Pick<Message, 'id' | 'state' | 'createdAt'> &
  Partial<Pick<Message, 'sentAt' | 'allActive' | 'clientIds'>>;

/** A message as it stands in the database, however it came there. */
export async function aMessage(
  { em }: World,
  coach: { id: string },
  { subject = 'News', body = 'Hello', ...row }: Row & { subject?: string; body?: string },
): Promise<void> {
  const { stored, content } = composeMessage({ subject, body, bodyFormat: 'TEXT' }, ['localhost']);
  await em.insert(Message, {
    ...stored,
    content,
    coach: coach.id,
    foldedSubject: subject.toLowerCase(),
    notInOf: null,
    allActive: false,
    clientIds: [],
    copyToMe: false,
    localTime: null,
    timeZone: null,
    scheduledFor: null,
    sentAt: null,
    version: 1,
    ...row,
  });
}

/** What is due by now is done. */
export async function deliverNow(world: World): Promise<void> {
  await enqueueDueDeliveries(world.app.open());
  await world.settle();
}

/** A coach with so many clients, of whom nobody has logged in. */
async function aPractice(world: World, count: number, traits: { email?: string } = {}) {
  const coach = await aCoach(world);
  const own = { coachId: coach.id, practiceId: coach.practiceId };
  const people: Person[] = [];
  for (let i = 0; i < count; i += 1) people.push(await aClient(world, { ...own, ...traits, password: null }));
  return { coach, people, browser: await loggedInBrowser(world, coach) };
}

/** A coach's message with a login link to so many clients of their own. */
export async function sendTo(
  world: World,
  count: number,
  more: Partial<MessageInput> = {},
  traits: { email?: string } = {},
) {
  const practice = await aPractice(world, count, traits);
  const { coach, people, browser } = practice;
  const input: MessageInput = {
    subject: 'Your way in',
    body: '[loginLink]',
    bodyFormat: 'TEXT',
    copyToMe: false,
    recipients: { clientIds: people.map(({ id }) => id), allActive: false },
    ...more,
  };
  const { sendMessage } = await browser.run(SendMessageDocument, { input });
  if (sendMessage.__typename !== 'MessageAccepted') throw new Error(JSON.stringify(sendMessage));
  const { id } = sendMessage.acceptedMessage;
  const look = async () => {
    await world.settle();
    return (await browser.run(MessageDocument, { id, deliveries: 100 })).message;
  };
  /** The coach's session may have ended meanwhile. */
  const lookAgain = async () => {
    await browser.run(LoginDocument, { username: coach.username, password: coach.password });
    return look();
  };
  const later = async (ms: number) => {
    world.clock.advance(ms);
    await deliverNow(world);
    return look();
  };
  return { ...practice, id, input, look, lookAgain, later, first: people[0]?.email ?? '' };
}
