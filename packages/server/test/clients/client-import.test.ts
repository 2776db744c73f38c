import {
  AddClientDocument,
  CheckClientImportDocument,
  ClientsDocument,
  ImportClientsDocument,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/settings/settings.ts';
import { loggedInBrowser } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { aClient, aCoach } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const { limits } = defaultSettings;
const world = useWorld({
  settings: { limits: { ...limits, invitesPerCoach: { points: 5, seconds: 60 * 60 } } },
});

async function aDesk() {
  const coach = await aCoach(world);
  return {
    own: { coachId: coach.id, practiceId: coach.practiceId },
    desk: await loggedInBrowser(world, coach),
  };
}

let files = 0;
/** An address that no other test has. */
const at = (name: string) => `${name}.${files}@client.test`;
const row = (firstName: string, email: string, lastName = 'Ruiz') => ({ firstName, lastName, email });

interface Options {
  invite?: boolean;
  onDuplicateEmail?: 'ASK' | 'ADD_ANYWAY';
}

async function importAll(desk: Browser, rows: ReturnType<typeof row>[], options: Options = {}) {
  const given = { invite: false, onDuplicateEmail: 'ASK' as const, ...options };
  return (await desk.run(ImportClientsDocument, { rows, ...given })).importClients;
}

async function outcomes(desk: Browser, rows: ReturnType<typeof row>[], options: Options = {}) {
  const result = await importAll(desk, rows, options);
  return result.__typename === 'ClientRows' ? result.rows.map(({ outcome }) => outcome) : result.__typename;
}

async function roster(desk: Browser) {
  const { clients } = await desk.run(ClientsDocument, { first: 100, orderBy: 'NAME' });
  return clients.nodes.map(({ firstName, email }) => `${firstName} ${email}`);
}

describe('an import of clients', () => {
  it('says what would happen with each row, and writes nothing', async () => {
    files += 1;
    const { desk, own } = await aDesk();
    await aClient(world, { ...own, firstName: 'Ana', lastName: 'Ruiz', email: at('ana') });
    const rows = [
      row('ana ', at('ANA')),
      row('Leo', at('ana')),
      row('Mia', at('mia')),
      row('MIA', at('mia')),
      row('Bo', 'no address'),
      { ...row('Li', at('li')), timeZone: 'Mars/North' },
    ];
    const { checkClientImport } = await desk.run(CheckClientImportDocument, {
      rows,
      onDuplicateEmail: 'ASK',
    });
    expect(checkClientImport).toMatchObject({
      rows: [
        { row: 0, outcome: 'ALREADY_THERE', fields: [] },
        { row: 1, outcome: 'ADDRESS_IN_USE', sharedWith: ['Ana Ruiz'] },
        { row: 2, outcome: 'ADDED' },
        { row: 3, outcome: 'REPEATED' },
        { row: 4, outcome: 'FAULTY', fields: [{ field: 'email' }] },
        { row: 5, outcome: 'FAULTY', fields: [{ field: 'timeZone' }] },
      ],
    });
    expect(await roster(desk)).toHaveLength(1);
  });

  it('C161 refuses by the API, too, what no mail server takes, and says the cure', async () => {
    const { desk } = await aDesk();
    const typed = [
      'a..b@client.test',
      '.a@client.test',
      `${'a'.repeat(65)}@client.test`,
      'Rae <rae@client.test>',
    ];
    const { checkClientImport } = await desk.run(CheckClientImportDocument, {
      rows: typed.map((email) => row('Rae', email)),
      onDuplicateEmail: 'ASK',
    });
    const words = [/a dot stands neither/, /a dot stands neither/, /at most 64/, /address alone/];
    expect(checkClientImport).toMatchObject({
      rows: words.map((message) => ({
        outcome: 'FAULTY',
        fields: [{ field: 'email', message: expect.stringMatching(message) as string }],
      })),
    });
    const input = { ...row('Rae', 'a..b@client.test'), invite: false, onDuplicateEmail: 'ASK' as const };
    const { addClient } = await desk.run(AddClientDocument, { input });
    expect(addClient).toMatchObject({ __typename: 'InvalidInput', fields: [{ field: 'input.email' }] });
  });

  it('adds those who are new, once: also when the list comes again, and twice at the same time', async () => {
    files += 1;
    const { desk } = await aDesk();
    const rows = [row('Mia', at('mia')), row('Noa', at('noa'))];
    const both = await Promise.all([outcomes(desk, rows), outcomes(desk, rows)]);
    expect(both.flat().sort()).toEqual(['ADDED', 'ADDED', 'ALREADY_THERE', 'ALREADY_THERE']);
    expect(await outcomes(desk, rows)).toEqual(['ALREADY_THERE', 'ALREADY_THERE']);
    expect(await roster(desk)).toEqual([`Mia ${at('mia')}`, `Noa ${at('noa')}`]);
    expect(await world.letters(at('mia'))).toHaveLength(0);
  });

  it('adds a family at one address only when asked to, each with a login of their own', async () => {
    files += 1;
    const { desk } = await aDesk();
    const rows = [row('Ana', at('ruiz')), row('Leo', at('ruiz'))];
    expect(await outcomes(desk, rows)).toEqual(['ADDED', 'ADDRESS_IN_USE']);
    expect(await outcomes(desk, rows, { onDuplicateEmail: 'ADD_ANYWAY' })).toEqual([
      'ALREADY_THERE',
      'ADDED',
    ]);
    expect(await outcomes(desk, rows, { onDuplicateEmail: 'ADD_ANYWAY' })).toEqual([
      'ALREADY_THERE',
      'ALREADY_THERE',
    ]);
  });

  it('mails invites up to the limit, adds nobody beyond it, and goes on when it is over', async () => {
    files += 1;
    const { desk } = await aDesk();
    const people = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => row(name, at(name)));
    expect(await outcomes(desk, people.slice(0, 4), { invite: true })).toHaveLength(4);
    const refused = await importAll(desk, people, { invite: true });
    expect(refused.__typename).toBe('TooManyAttempts');
    expect(await roster(desk)).toHaveLength(4);
    // What was refused counts for nothing: the fifth still goes.
    expect(await outcomes(desk, people.slice(0, 5), { invite: true })).toContain('ADDED');
    expect(await world.letters(at('e'))).toHaveLength(1);
    world.clock.advance(61 * 60_000);
    expect((await outcomes(desk, people, { invite: true })).at(-1)).toBe('ADDED');
  });

  it('does not know the clients of another coach', async () => {
    files += 1;
    const { own } = await aDesk();
    await aClient(world, { ...own, firstName: 'Ana', lastName: 'Ruiz', email: at('ana') });
    const { desk: other } = await aDesk();
    expect(await outcomes(other, [row('Ana', at('ana'))])).toEqual(['ADDED']);
  });

  it('refuses an empty list and one that is too long, in words', async () => {
    const { desk } = await aDesk();
    for (const count of [0, 101]) {
      const result = await importAll(
        desk,
        Array.from({ length: count }, () => row('a', 'a@client.test')),
      );
      expect(result).toMatchObject({ __typename: 'InvalidInput', fields: [{ field: 'rows' }] });
    }
  });

  it('is no business of clients', async () => {
    const client = await loggedInBrowser(world, await aClient(world));
    const { errors } = await client.ask(ImportClientsDocument, {
      rows: [row('a', 'a@client.test')],
      invite: false,
      onDuplicateEmail: 'ASK',
    });
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
