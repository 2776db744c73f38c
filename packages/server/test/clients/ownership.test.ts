import { randomUUID } from 'node:crypto';
import {
  AddClientDocument,
  SaveDraftDocument,
  SaveMessageTemplateDocument,
  SendMessageDocument,
  UpdateClientDocument,
  ClientDocument,
  CreateApiTokenDocument,
  type MessageInput,
} from '@latchstring/operations';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSchema } from '../../src/schema.ts';
import { loggedInBrowser } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { isLong, someOfEach } from '../world/long-form.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { argumentsWith, documentsFor, idPaths, rootFields, type RootField } from '../world/ask-everything.ts';
import { useWorld, withoutLimits } from '../world/world.ts';

// Nothing is delivered meanwhile: answers differ by nothing but the id.
const world = useWorld({ settings: withoutLimits, worker: false });

const places = rootFields(await createSchema()).flatMap((root) =>
  idPaths(root.field.args).map((path) => ({ ...root, path, name: `${root.field.name}(${path.join('.')})` })),
);

/** Whose id nobody in this test has one of: the owner's own call can't prove that the walk reaches it. */
const UNPROVEN = new Set(['removePasskey(id)', 'renamePasskey(id)']);

interface Asker {
  who: string;
  browser: Browser;
  ownClient: string;
}

let dana: Person & { practiceId: string };
let strangers: Asker[] = [];
let ownClient = '';
/** Ids of every row that stood in the database before the strangers came: all of them Dana's, or her clients'. */
let foreign: string[] = [];
/** Those that are tried: in the short form one of each table. */
let tried: string[] = [];

async function tables(): Promise<string[]> {
  const rows = await world.rows<{ name: string }>(
    `select distinct quote_ident(table_name) as name from information_schema.columns
      where table_schema = 'public' and column_name = 'id' and data_type = 'uuid' order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Dana's house, word for word. */
async function standing(): Promise<string> {
  const dump: unknown[] = [];
  for (const table of await tables())
    dump.push(
      await world.rows(
        'select * from ' + table + " where id = any(string_to_array(?, ',')::uuid[]) order by id",
        [foreign.join()],
      ),
    );
  return JSON.stringify(dump);
}

const message = (person: Person | undefined, more: Partial<MessageInput> = {}): MessageInput => ({
  subject: 'Your way in',
  body: '[loginLink]',
  bodyFormat: 'TEXT',
  copyToMe: false,
  recipients: { clientIds: person ? [person.id] : [], allActive: false },
  ...more,
});

beforeAll(async () => {
  dana = await aCoach(world);
  const own = { coachId: dana.id, practiceId: dana.practiceId };
  const maria = await aClient(world, own);
  await aClient(world, { ...own, status: 'INACTIVE' });
  ownClient = maria.id;
  const gone = await aClient(world, { ...own, registered: false });
  const browser = await loggedInBrowser(world, dana);
  await loggedInBrowser(world, dana);
  await browser.run(SendMessageDocument, { input: message(maria) });
  await browser.run(SendMessageDocument, { input: message(gone) });
  await world.rows(`update delivery set state = 'HELD' where client_id = ?`, [gone.id]);
  const schedule = { localTime: '2030-01-01T09:00', timeZone: 'Europe/Madrid' };
  await browser.run(SendMessageDocument, { input: message(maria, { schedule }) });
  for (let i = 0; i < 3; i += 1) await browser.run(SaveDraftDocument, { input: message(maria) });
  for (let i = 0; i < 2; i += 1)
    await browser.run(SaveMessageTemplateDocument, { name: `Mine ${i}`, subject: 'Hi', body: 'Hello' });
  const token = { name: 'Mine', scopes: ['CLIENTS_READ' as const] };
  await browser.run(CreateApiTokenDocument, token);
  await loggedInBrowser(world, maria);
  const found: string[][] = [];
  for (const table of await tables())
    found.push((await world.rows<{ id: string }>('select id from ' + table)).map(({ id }) => id));
  foreign = found.flat();
  tried = someOfEach(found, 1);
  const theo = await aCoach(world, { practiceName: 'Southwind Coaching' });
  const iris = await aCoach(world, { practiceId: dana.practiceId });
  const ines = await aClient(world, { coachId: theo.id, practiceId: theo.practiceId });
  const kai = await aClient(world, { coachId: iris.id, practiceId: iris.practiceId });
  const people = [
    ['a coach of another practice', theo, ines],
    ['a colleague', iris, kai],
    ['a client of a colleague', kai, kai],
  ] as const;
  strangers = await Promise.all(
    people.map(async ([who, person, { id }]) => ({
      who,
      ownClient: id,
      browser: await loggedInBrowser(world, person),
    })),
  );
});

const asDana = async () => ({ browser: await loggedInBrowser(world, dana), ownClient });

/** What an asker made a moment ago would stand in the next answer. */
async function forgetNewMessages(): Promise<void> {
  await world.rows(`delete from message where not id = any(string_to_array(?, ',')::uuid[])`, [
    foreign.join(),
  ]);
}

/** Everything that comes back, with new ids of its own making all alike. */
async function answers(
  { browser, ownClient: own }: Omit<Asker, 'who'>,
  root: RootField & { path: string[] },
  id: string,
): Promise<string> {
  const variables = argumentsWith(root.field.args, root.path, { id, ownClient: own });
  const all: string[] = [];
  for (const query of documentsFor(root, Object.keys(variables))) {
    if (root.operation === 'mutation') await forgetNewMessages();
    all.push((await browser.post({ query, variables })).response.body);
  }
  const known = new Set(foreign);
  return (
    all
      .join('\n')
      // A cursor holds an id too, behind the text that the list is sorted by.
      .replaceAll(/Wy[I-L][\w-]+/g, (cursor) => Buffer.from(cursor, 'base64url').toString())
      .replaceAll(id, 'THE-ID')
      .replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, (uuid) => (known.has(uuid) ? uuid : 'AN-ID'))
      .replaceAll(/Something went wrong, reference \S+/g, 'FAULT')
  );
}

/** In the short form each id is tried by one of the strangers, at each place by another one. */
function theirsToTry(place: (typeof places)[number], stranger: Asker): string[] {
  const turn = places.indexOf(place) + strangers.indexOf(stranger);
  return isLong ? tried : tried.filter((_, i) => (i + turn) % strangers.length === 0);
}

describe('C113 what another coach owns does not exist', () => {
  beforeEach(forgetNewMessages);

  it.each(places)(
    'for anybody else, in $name',
    async (place) => {
      const before = await standing();
      for (const stranger of strangers) {
        const invented = await answers(stranger, place, randomUUID());
        expect(invented).not.toContain('FAULT');
        expect(invented).not.toContain('GRAPHQL_VALIDATION_FAILED');
        expect(invented).not.toContain('BAD_USER_INPUT');
        for (const id of theirsToTry(place, stranger))
          expect(await answers(stranger, place, id), `${stranger.who}, ${id}`).toBe(invented);
      }
      expect(await standing()).toBe(before);
    },
    120_000,
  );

  it.each(places.filter(({ name }) => !UNPROVEN.has(name)))(
    'and their owner has them, in $name',
    async (place) => {
      const invented = await answers(await asDana(), place, randomUUID());
      for (const id of foreign) {
        // Some of these ids end the session that asks.
        const asker = await asDana();
        const before = await standing();
        if ((await answers(asker, place, id)) !== invented || (await standing()) !== before) return;
      }
      throw new Error(
        `No id of Dana's makes a difference to ${place.name}. Give her one of what it takes, above, and the values that it needs in ask-everything.ts.`,
      );
    },
    120_000,
  );

  it('C113 a coach may add an address that only another practice has, and changes nobody of theirs', async () => {
    const [theo] = strangers;
    const [victim] = await world.rows<{ id: string; email: string }>(
      `select id, email from account where role = 'CLIENT' and coach_id = ?`,
      [dana.id],
    );
    const input = { firstName: 'A', lastName: 'B', email: victim?.email ?? '' };
    const { addClient } = (await theo?.browser.run(AddClientDocument, { input })) ?? {};
    expect(addClient?.__typename).toBe('ClientSaved');
    const change = { id: victim?.id ?? '', input: { firstName: 'Mallory' } };
    const answer = await theo?.browser.run(UpdateClientDocument, change);
    expect(answer?.updateClient.__typename).toBe('InvalidInput');
    expect((await theo?.browser.run(ClientDocument, { id: change.id }))?.client).toBeNull();
  });
});
