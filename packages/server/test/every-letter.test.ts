import {
  AddClientDocument,
  ConfirmEmailChangeDocument,
  RecoverUsernameDocument,
  RequestEmailChangeDocument,
  RequestFreshStartDocument,
  RequestLoginLinkDocument,
  SendMessageDocument,
  SendTestMessageDocument,
  UpdateClientDocument,
} from '@latchstring/operations';
import { beforeAll, describe, expect, it } from 'vitest';
import { tellDueChanges } from '../src/features/access-changes/index.ts';
import type { SecurityLetterJob } from '../src/features/accounts/security-letter-job.ts';
import { SUBJECTS } from '../src/features/accounts/security-letter-words.ts';
import { securityLetterQueue } from '../src/features/accounts/index.ts';
import { loggedInBrowser } from './world/acts.ts';
import { changeToken } from './world/changes.ts';
import { INBOUND, mailIn } from './world/inbound.ts';
import type { ReadLetter } from './world/letters.ts';
import { aClient, aCoach, type Person } from './world/people.ts';
import { useWorld } from './world/world.ts';

type Language = 'en' | 'es';

const world = useWorld({ env: { inbound: INBOUND } });
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

let addresses = 0;
const anAddress = () => `lena-${(addresses += 1)}@client.test`;

async function people(locale: Language) {
  const coach = await aCoach(world, { email: anAddress(), locale });
  const own = { coachId: coach.id, practiceId: coach.practiceId, locale };
  const client = (traits: object = {}) => aClient(world, { ...own, email: anAddress(), ...traits });
  return { coach, client, coaching: await loggedInBrowser(world, coach) };
}

type Cast = Awaited<ReturnType<typeof people>>;
/** What somebody does, and to whom the letters go. */
type Scene = (cast: Cast, language: Language) => Promise<(string | Person)[]>;

/** On a page in this language: what the login helper mails is in that one, whatever the account speaks. */
const on = (language: Language) => world.browser({ headers: { 'accept-language': language } });
const asked = (username: string, language: Language) =>
  on(language).run(RequestLoginLinkDocument, { username });
const askedNames = (email: string, language: Language) =>
  on(language).run(RecoverUsernameDocument, { email });
const input = (clientIds: string[]) => ({
  ...{ subject: 'Hola', body: '[loginLink]', bodyFormat: 'TEXT' as const, copyToMe: false },
  recipients: { clientIds, allActive: false },
});

const scenes: Record<string, Scene> = {
  'a login link with its code': async ({ client }, language) => {
    const person = await client();
    await asked(person.username, language);
    return [person];
  },
  'a login link that takes the password too': async ({ client }, language) => {
    const person = await client({ loginLinkPolicy: 'PASSWORD_TOO' });
    await asked(person.username, language);
    return [person];
  },
  'one username': async ({ client }, language) => {
    const { email } = await client();
    await askedNames(email, language);
    return [email];
  },
  'three usernames, two of them deactivated, and an invitation': async ({ client }, language) => {
    const { email } = await client();
    await client({ email, status: 'INACTIVE' });
    await client({ email, status: 'INACTIVE', mayLogInWhileInactive: true });
    await client({ email, registered: false, password: null });
    await askedNames(email, language);
    return [email];
  },
  'an invitation from the login helper, for either question': async ({ client }, language) => {
    const { email, username } = await client({ registered: false, password: null });
    await askedNames(email, language);
    await asked(username, language);
    return [email];
  },
  'no account has this address': async (_, language) => {
    const email = anAddress();
    await askedNames(email, language);
    return [email];
  },
  'a deactivated account': async ({ client }, language) => {
    const person = await client({ status: 'INACTIVE' });
    await asked(person.username, language);
    return [person];
  },
  'login links turned off': async ({ client }, language) => {
    const person = await client({ loginLinkPolicy: 'NEVER' });
    await asked(person.username, language);
    return [person];
  },
  'an invitation': async ({ coaching }) => {
    const email = anAddress();
    await coaching.run(AddClientDocument, {
      input: { firstName: 'Lena', lastName: 'Gil', email, invite: true },
    });
    return [email];
  },
  'a new address of one’s own': async ({ client }) => {
    const person = await client();
    const email = anAddress();
    const browser = await loggedInBrowser(world, person);
    await browser.run(RequestEmailChangeDocument, { email });
    const token = await changeToken(world, email, 'CONFIRM');
    await browser.run(ConfirmEmailChangeDocument, { token });
    return [person, email];
  },
  'an address that the coach proposes': async ({ client, coaching }) => {
    const person = await client();
    const email = anAddress();
    await coaching.run(UpdateClientDocument, { id: person.id, input: { email } });
    return [person, email];
  },
  'a fresh start, from the first notice to the invitation': async ({ client, coach }) => {
    const person = await client();
    const email = anAddress();
    // A coach's session does not last that long.
    const coaching = await loggedInBrowser(world, coach);
    await coaching.run(RequestFreshStartDocument, { id: person.id, email });
    await world.settle();
    for (const days of [6, 1]) {
      world.clock.advance(days * DAY_MS + MINUTE_MS);
      await tellDueChanges(world.app.open());
      await world.settle();
    }
    return [person, email];
  },
  'messages with a login link to two people at one address, and a test mail': async ({ client, coach }) => {
    const coaching = await loggedInBrowser(world, coach);
    const one = await client();
    const other = await client({ email: one.email, firstName: 'Lena' });
    await coaching.run(SendMessageDocument, { input: input([one.id, other.id]) });
    await coaching.run(SendTestMessageDocument, { input: input([one.id]), asClientId: one.id });
    return [one, coach];
  },
  'a reply on its way to the coach': async ({ client, coach }) => {
    const coaching = await loggedInBrowser(world, coach);
    const person = await client();
    await coaching.run(SendMessageDocument, { input: input([person.id]) });
    const recipient = (await world.latest(person.email)).kept.replyTo ?? '';
    const reply = { recipient, text: 'Vale.', attachments: ['foto.jpg'] };
    await mailIn(world, { ...reply, sender: 'otra@client.test' });
    return [coach];
  },
};

for (const kind of Object.keys(SUBJECTS) as SecurityLetterJob['kind'][])
  for (const loginLinkPolicy of ['ALLOWED', 'PASSWORD_TOO', 'NEVER'] as const)
    scenes[`${kind} where the policy is ${loginLinkPolicy}`] = async ({ client }) => {
      const person = await client({ loginLinkPolicy });
      const { jobs, em } = world.app.open();
      const at = world.clock.now().toISOString();
      await jobs.enqueue(em, securityLetterQueue, {
        ...{ kind, accountId: person.id, at, device: 'Firefox on Windows' },
        ...{ deleteAt: at, tokenName: 'Lunes' },
      });
      return [person];
    };

async function play(scene: Scene, language: Language): Promise<ReadLetter[]> {
  // Away from the limits of the scene before.
  world.clock.advance(61 * MINUTE_MS);
  const cast = await people(language);
  const to = await scene(cast, language);
  const letters = await Promise.all(
    to.map((one) => world.letters(typeof one === 'string' ? one : one.email)),
  );
  return letters.flat();
}

/** What is written for a reader: without addresses, names and what machines read. */
function proseOf(letter: ReadLetter): string {
  const html = letter.kept.html.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ');
  return [letter.subject, letter.kept.from, letter.text, html]
    .join('\n')
    .replace(/https?:\S+|\S+@\S+|\[\w+\]|Northwind Coaching|Europe\/Madrid|Lunes/g, '');
}

// Words that no Spanish sentence has.
const ENGLISH =
  /\b(?:an|and|at|by|can|did|do|for|from|get|have|hello|if|in|is|it|log|not|nothing|on|of|or|set|that|the|then|there|this|to|until|was|whoever|with|works?|you|your)\b/gi;

describe('every letter', () => {
  const letters = new Map<string, Record<Language, ReadLetter[]>>();

  beforeAll(async () => {
    for (const [name, scene] of Object.entries(scenes))
      letters.set(name, { en: await play(scene, 'en'), es: await play(scene, 'es') });
  }, 300_000);

  it.each(Object.keys(scenes))('C084 is Spanish for a Spanish reader: %s', (name) => {
    const { en = [], es = [] } = letters.get(name) ?? {};
    expect(es.length).toBeGreaterThan(0);
    expect(es.length).toBe(en.length);
    for (const [at, letter] of es.entries()) {
      const english = en[at];
      expect(proseOf(letter).match(ENGLISH)).toBeNull();
      expect(letter.kept.html).toContain('<html lang="es">');
      expect(english?.kept.html).toContain('<html lang="en">');
      expect(english && proseOf(english)).toMatch(ENGLISH);
      // The same links, in number and kind.
      const linksOf = (one: ReadLetter | undefined) =>
        (one?.text.match(/^https?:\S+$/gm) ?? []).map((link) => link.replace(/#.*|messages\/.*/, ''));
      expect(linksOf(letter)).toEqual(linksOf(english));
      const lines = letter.text.split('\n').map((line) => line.length);
      expect(Math.max(...lines)).toBeLessThanOrEqual(
        Math.max(76, letter.text.match(/\S+/g)?.reduce((most, word) => Math.max(most, word.length), 0) ?? 0),
      );
      expect(letter.text + letter.kept.html).not.toMatch(/\{\d\}|undefined/);
    }
  });
});

describe('a letter to an address that nobody has', () => {
  it('is in the language of the page, and the answer on the page is the same as for one that somebody has', async () => {
    const { client } = await people('en');
    const known = await client();
    const browser = on('es');
    const ask = async (email: string) =>
      (await browser.run(RecoverUsernameDocument, { email })).recoverUsername;
    const unknown = anAddress();
    expect(await ask(unknown)).toEqual(await ask(known.email));
    expect((await world.latest(unknown)).subject).toContain('ninguna cuenta tiene esta dirección');
    // For either the same language: an account's own would tell who has one.
    expect((await world.latest(known.email)).subject).toContain('tu nombre de usuario');
  });
});
