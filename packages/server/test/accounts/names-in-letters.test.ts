import {
  InspectInviteDocument,
  InspectLoginLinkDocument,
  MeDocument,
  RecoverUsernameDocument,
  RequestEmailChangeDocument,
  RequestLoginLinkDocument,
  UpdateClientDocument,
} from '@latchstring/operations';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCoach } from '../../src/features/accounts/index.ts';
import { inTransaction } from '../../src/platform/database/in-transaction.ts';
import { nameInLetter } from '../../src/features/accounts/names/names-in-letters.ts';
import { askForLink, logIn, loggedInBrowser } from '../world/acts.ts';
import type { ReadLetter } from '../world/letters.ts';
import { aClient, aCoach } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();

const LURE = 'Maria, your access ends today. Keep it here: https://evil.test/login - ';

async function people(traits: object = {}) {
  const coach = await aCoach(world);
  const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId, ...traits });
  return { coach, client, coaching: await loggedInBrowser(world, coach) };
}

/** Everything that a reader sees of a letter. */
const whole = ({ kept }: ReadLetter) => [kept.from, kept.subject, kept.text, kept.html].join('\n');

describe('C128 a name in a letter of the system', () => {
  it.each([
    ...['Maria', 'María José', 'Jean-Luc', 'D’Arcy', "d'Arcy", 'J. R. R. Tolkien', 'J.R. Ewing', 'Dr. Anna'],
    ...['李伟', 'محمد', 'Šilhavý', 'Zoe\u0308', 'Αλέξανδρος', 'ʻOkina', 'Maria  del Carmen', 'Jr.', 'アンナ'],
  ])('is used where it looks like one: %s', (name) => {
    expect(nameInLetter(` ${name} `)).toBe(name.normalize('NFC').replace('  ', ' '));
  });

  it.each([
    ...[LURE, 'evil.test', 'www.evil.test', 'Maria evil.test', 'maria@evil.test', 'https://evil.test', 'a/b'],
    ...['Maria1', 'call 555', 'Maria ٣', 'a．b．test', 'evil。test', 'x․test', 'one two three four five'],
    ...[
      'x'.repeat(41),
      '',
      ' ',
      '- -',
      '...',
      'Maria\u200B',
      'Maria\u2028Click',
      'Maria\u202Etset',
      'Ma\u3164',
    ],
    ...[
      'Maria, dear',
      'Maria!',
      '[loginLink]',
      '<b>Maria</b>',
      'Maria_K',
      'Maria 🎁',
      'evil.Test',
      'e.vil.test',
    ],
  ])('is left out where it does not: %j', (name) => {
    expect(nameInLetter(name)).toBe('');
  });

  it('never holds what a mail program makes a link or a number of, and is the same when it is read again', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        'Maria',
        'evil.test',
        'https://',
        ' ',
        '.',
        '-',
        "'",
        '’',
        'J.',
        'é',
        'e\u0301',
        '李',
        '@',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const name = nameInLetter(pieces.join(''));
        expect(name).not.toMatch(/[\p{N}\p{C}@/:<>[\]]|\.[\p{L}\p{M}]{2}/u);
        expect(nameInLetter(name)).toBe(name);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('C128 the letters of a client whose coach called them something else', () => {
  it('greet without it, link and username alike, and so does the link page', async () => {
    const { client } = await people({ firstName: LURE.slice(0, 100), lastName: 'evil.test' });
    const letter = await askForLink(world, client);
    await world.browser().run(RecoverUsernameDocument, { email: client.email });
    const letters = await world.letters(client.email);
    expect(letters).toHaveLength(2);
    for (const one of letters) expect(whole(one)).not.toMatch(/evil|access ends/);
    expect(letter.text).toMatch(/^Hello,\n/);
    const { inspectLoginLink } = await world
      .browser()
      .run(InspectLoginLinkDocument, { token: letter.token() });
    expect(inspectLoginLink.accountLabel).toBe('Client at Northwind Coaching');
  });

  it('hold no name of a coach or a practice that is an address, in the sender neither', async () => {
    const coach = await aCoach(world, {
      practiceName: 'Pay at evil.test',
      firstName: 'Dana',
      lastName: 'evil.test',
    });
    const own = { coachId: coach.id, practiceId: coach.practiceId };
    const client = await aClient(world, own);
    const gone = await aClient(world, { ...own, status: 'INACTIVE' });
    const invited = await aClient(world, { ...own, registered: false, password: null });
    const browser = await loggedInBrowser(world, client);
    await browser.run(RequestEmailChangeDocument, { email: 'anew@client.test' });
    for (const { username, email } of [client, gone, invited]) {
      await world.browser().run(RequestLoginLinkDocument, { username });
      await world.browser().run(RecoverUsernameDocument, { email });
    }
    const letters = (await world.letters()).filter(({ to }) =>
      [client.email, gone.email, invited.email, 'anew@client.test'].includes(to),
    );
    expect(letters.length).toBeGreaterThanOrEqual(7);
    for (const one of letters) expect(whole(one)).not.toContain('evil');
    const invitation = (await world.letters(invited.email)).at(-1)?.text ?? '';
    const token = /\/welcome#([\w-]{22})/.exec(invitation)?.[1] ?? '';
    const { inspectInvite } = await world.browser().run(InspectInviteDocument, { token });
    expect(inspectInvite).toMatchObject({
      usable: true,
      accountLabel: 'Maria K. at Latchstring',
      invitedBy: null,
    });
    const closed = await logIn(world.browser(), gone.username, gone.password);
    expect(closed).toMatchObject({ __typename: 'AccountInactive', coachName: 'Latchstring' });
  });
});

describe('C128 a coach who changes the name of a client', () => {
  const rename = (firstName: string, lastName: string) => ({ input: { firstName, lastName } });

  it('is told to a registered one, with the new name where it looks like one', async () => {
    const { client, coaching } = await people();
    await coaching.run(UpdateClientDocument, { id: client.id, ...rename('Mara', 'Keller') });
    const letter = await world.latest(client.email);
    expect(letter.subject).toBe('Northwind Coaching: your name was changed by your coach');
    expect(letter.prose).toContain('It now reads: Mara Keller.');
  });

  it('is told without printing what does not', async () => {
    const { client, coaching } = await people();
    await coaching.run(UpdateClientDocument, { id: client.id, ...rename(LURE.slice(0, 100), 'Keller') });
    const letter = await world.latest(client.email);
    expect(letter.prose).toContain('does not look like a name');
    expect(whole(letter)).not.toMatch(/evil|access ends|Keller/);
    const own = await loggedInBrowser(world, client);
    expect((await own.run(MeDocument, {})).me?.firstName).toContain('https://evil.test');
  });

  it('is not told to one who has never come in, nor where the name stays', async () => {
    const { client, coaching } = await people();
    await coaching.run(UpdateClientDocument, { id: client.id, ...rename(' Maria ', 'Keller') });
    await coaching.run(UpdateClientDocument, { id: client.id, input: { timeZone: 'Europe/Rome' } });
    expect(await world.letters(client.email)).toEqual([]);
    const { client: invited, coaching: there } = await people({ registered: false, password: null });
    await there.run(UpdateClientDocument, { id: invited.id, ...rename('Mara', 'Keller') });
    expect(await world.letters(invited.email)).toEqual([]);
  });

  it('can not be made a flood of letters', async () => {
    const { client, coaching } = await people();
    for (let n = 1; n <= 15; n += 1) {
      const input = { firstName: `Mara${'a'.repeat(n)}`, lastName: 'Keller' };
      await coaching.run(UpdateClientDocument, { id: client.id, input });
    }
    expect(await world.letters(client.email)).toHaveLength(1);
  });
});

describe('C128 a practice', () => {
  const ada = { firstName: 'Ada', lastName: 'Byron', email: 'ada@westwind.example.com', another: true };
  const make = (practice: string) =>
    inTransaction(world.app.open(), (inside) => createCoach(inside, { ...ada, practice })).then(
      () => 'made',
      (refusal: Error) => refusal.message,
    );

  it.each([
    'Westwind evil.test',
    'Pay https://evil.test',
    'West 24',
    'one two three four five',
    'x'.repeat(61),
  ])('is not called %s', async (name) => {
    expect(await make(name)).toContain('--practice: Use letters');
  });

  it('is not called what another one on the site looks like', async () => {
    expect(await make('Iron Arc Coaching')).toBe('made');
    expect(await make('Iron Arc Coaching')).toBe('made');
    for (const twin of [
      'lron Arc Coaching',
      'Írón Arc Coaching',
      'IRON ARC COACHING',
      'Ironarc Coaching',
      'Iron Arc Cоaching',
    ])
      expect(await make(twin)).toContain('looks like “Iron Arc Coaching”');
    expect(await make('Ironic Coaching')).toBe('made');
  });
});
