import { ImportClientsDocument, MessageDocument, SendMessageDocument } from '@latchstring/operations';
import { coaches } from '../../src/demo/demo-practice.ts';
import { logIn } from './acts.ts';
import type { Browser } from './browser.ts';
import type { House } from './own-process.ts';

export const demoCoach = { username: coaches[0]?.username ?? '', password: coaches[0]?.password ?? '' };

/** The browser of the demo's coach in a house of its own. */
export async function coachIn(house: House): Promise<Browser> {
  const browser = house.browser();
  const { __typename } = await logIn(browser, demoCoach.username, demoCoach.password);
  if (__typename !== 'LoggedIn') throw new Error(`Not logged in: ${__typename}`);
  return browser;
}

/** So many clients more, at most a hundred, and a message with a login link to everybody. */
export async function writeToMany(browser: Browser, count: number) {
  const rows = Array.from({ length: count }, (_, i) => ({
    firstName: 'Maria',
    lastName: 'Keller',
    email: `many${i}@client.test`,
  }));
  const list = { rows, invite: false, onDuplicateEmail: 'ASK' } as const;
  const { importClients } = await browser.run(ImportClientsDocument, list);
  if (importClients.__typename !== 'ClientRows') throw new Error(JSON.stringify(importClients));
  const input = {
    subject: 'Hi',
    body: '[loginLink]',
    bodyFormat: 'TEXT' as const,
    copyToMe: false,
    recipients: { clientIds: [], allActive: true },
  };
  const { sendMessage } = await browser.run(SendMessageDocument, { input });
  if (sendMessage.__typename !== 'MessageAccepted') throw new Error(JSON.stringify(sendMessage));
  return { id: sendMessage.acceptedMessage.id, people: rows.map(({ email }) => ({ email })) };
}

export async function lookAt(browser: Browser, id: string) {
  return (await browser.run(MessageDocument, { id, deliveries: 1 })).message;
}
