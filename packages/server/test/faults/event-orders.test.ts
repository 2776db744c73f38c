import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ClientDocument, MessageDocument } from '@latchstring/operations';
import { signedEvent, type ToldEvent } from '../world/provider-event.ts';
import type { Person } from '../world/people.ts';
import { Provider } from '../world/provider.ts';
import { sendTo } from '../world/sending.ts';
import { useWorld } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
const key = 'signing-key';
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, webhookKeys: [key] } as const;
const world = useWorld({ env: { mail, mailFrom: 'no-reply@mail.test' } });
afterAll(() => provider.close());

type What = Pick<ToldEvent, 'event' | 'severity' | 'reason'>;

/** All that a provider tells of one mail, in the order in which it happens. */
const life = [
  { event: 'failed', severity: 'temporary' },
  { event: 'delivered' },
  { event: 'opened' },
  { event: 'complained' },
  { event: 'failed', severity: 'permanent' },
  { event: 'failed', reason: 'suppress-complaint' },
] as const satisfies What[];

/** A few of them, each told once to three times, in any order. */
const telling = fc
  .subarray([...life.keys()], { minLength: 1 })
  .chain((told) =>
    fc
      .array(fc.constantFrom(...told), { maxLength: told.length * 2 })
      .chain((again) => fc.shuffledSubarray([...told, ...again], { minLength: told.length + again.length })),
  );

/** What the rules say of a set: a bounce outweighs an arrival, a complaint stays. */
function expected(told: Set<number>) {
  const has = (...events: number[]) => events.some((event) => told.has(event));
  const state = has(4, 5) ? 'BOUNCED' : has(1) ? 'DELIVERED' : 'SENT';
  const emailState = has(3, 5) ? 'COMPLAINED' : has(4) ? 'BOUNCED' : has(1) ? 'DELIVERED' : 'UNKNOWN';
  return { state, emailState };
}

const RANK = ['QUEUED', 'SENT', 'DELIVERED', 'BOUNCED'];

describe('what the provider tells of one mail', () => {
  it('comes to the same in any order and however often it is told, and nothing ever goes back', async () => {
    // One practice and one message; each run has a recipient of its own.
    const RUNS = 50;
    const { browser, id, people } = await sendTo(world, RUNS, { body: 'Hello' });
    await world.settle();
    const rows = await world.rows<{ client_id: string; mail_id: string }>(
      'select client_id, mail_id from delivery where message_id = ?',
      [id],
    );
    let run = 0;
    const read = async (clientId: string) => {
      const query = `select d.state, a.email_state as "emailState" from delivery d join account a on a.id = d.client_id where a.id = ?`;
      const [row] = await world.rows<{ state: string; emailState: string }>(query, [clientId]);
      return row ?? { state: '', emailState: '' };
    };
    const shown = async ({ id: clientId, email }: Person) => {
      const { message } = await browser.run(MessageDocument, { id, deliveries: RUNS });
      const { client } = await browser.run(ClientDocument, { id: clientId });
      const state = message?.deliveries.nodes.find((delivery) => delivery.email === email)?.state;
      return { state, emailState: client?.emailState };
    };
    await fc.assert(
      fc.asyncProperty(telling, async (order) => {
        const person = people[run % RUNS];
        run += 1;
        if (!person) throw new Error('nobody is left');
        const mailId = rows.find((row) => row.client_id === person.id)?.mail_id ?? '';
        const from = world.clock.now().getTime();
        // Each event has one token, and happened a second after the one before it.
        const bodies = life.map((what, i) =>
          JSON.stringify(
            signedEvent(
              {
                ...what,
                recipient: person.email,
                messageId: `${mailId}@mail.test`,
                token: randomUUID(),
                at: new Date(from + i * 1_000),
              },
              key,
              world.clock.now(),
            ),
          ),
        );
        let before = await read(person.id);
        const told = new Set<number>();
        for (const event of order) {
          const headers = { 'content-type': 'application/json' };
          const response = await world
            .browser()
            .send('POST', '/webhooks/mailgun', { payload: bodies[event] ?? '', headers });
          expect(response.statusCode).toBe(200);
          const after = await read(person.id);
          if (told.has(event)) expect(after).toEqual(before);
          expect(RANK.indexOf(after.state)).toBeGreaterThanOrEqual(RANK.indexOf(before.state));
          told.add(event);
          before = after;
        }
        expect(await shown(person)).toEqual(expected(told));
      }),
      // A smaller counterexample would need recipients of its own.
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 120_000);
});
