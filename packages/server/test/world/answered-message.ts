import { RepliesDocument, SendMessageDocument } from '@latchstring/operations';
import { loggedInBrowser } from './acts.ts';
import { mailIn, type MailIn } from './inbound.ts';
import { aClient, aCoach } from './people.ts';
import type { World } from './world.ts';

interface Traits {
  body?: string;
  subject?: string;
  username?: string;
  firstName?: string;
  locale?: 'en' | 'es';
}

/** A message that arrived, and its reader's mail. */
export async function aMessage(
  world: World,
  { body = 'Here is your way in: [loginLink]', subject = 'Your way in', ...traits }: Traits = {},
) {
  const coach = await aCoach(world, { email: `dana${Math.random()}@coach.test` });
  const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId, ...traits });
  const browser = await loggedInBrowser(world, coach);
  const send = async (text: string) => {
    const input = {
      subject,
      body: text,
      bodyFormat: 'TEXT' as const,
      copyToMe: false,
      recipients: { clientIds: [client.id], allActive: false },
    };
    const { sendMessage } = await browser.run(SendMessageDocument, { input });
    if (sendMessage.__typename !== 'MessageAccepted') throw new Error(JSON.stringify(sendMessage));
    return { messageId: sendMessage.acceptedMessage.id, letter: await world.latest(client.email) };
  };
  const { messageId, letter } = await send(body);
  const address = letter.kept.replyTo ?? '';
  const reply = (mail: Omit<MailIn, 'recipient'>) => {
    world.clock.advance(1_000);
    return mailIn(world, { recipient: address, sender: client.email, ...mail });
  };
  const replies = async (first = 25, after: string | null = null) => {
    await world.settle();
    const { message } = await browser.run(RepliesDocument, { messageId, first, after });
    return (
      message?.replies ?? { nodes: [], totalCount: -1, pageInfo: { hasNextPage: false, endCursor: null } }
    );
  };
  const latest = async () => (await replies(1)).nodes[0];
  /** What the coach reads of a reply that says this. */
  const asRead = async (text: string) => {
    await reply({ text });
    return (await latest())?.text;
  };
  return { coach, client, browser, send, messageId, letter, address, reply, replies, latest, asRead };
}
