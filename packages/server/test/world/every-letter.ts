import {
  AcceptInviteDocument,
  AddClientDocument,
  ConfirmEmailChangeDocument,
  RecoverUsernameDocument,
  RenewLoginLinkDocument,
  RequestEmailChangeDocument,
  RequestFreshStartDocument,
  RequestLoginLinkDocument,
  SendMessageDocument,
  SendTestMessageDocument,
  UpdateClientDocument,
} from '@latchstring/operations';
import { enqueueDueFreshStarts } from '../../src/features/access-changes/due-fresh-starts.ts';
import { Practice } from '../../src/features/accounts/practice.entity.ts';
import {
  securityLetterQueue,
  type SecurityLetterJob,
} from '../../src/features/accounts/security-letter-job.ts';
import { SUBJECTS } from '../../src/features/letters/security-letter-words.ts';
import { enqueueDueJobs } from '../../src/platform/jobs/waiting-jobs.ts';
import { loggedInBrowser } from './acts.ts';
import { changeToken } from './changes.ts';
import { mailIn } from './inbound.ts';
import type { ReadLetter } from './letters.ts';
import { aClient, aCoach, type Person } from './people.ts';
import type { World } from './world.ts';

/** Everything that the product mails, each kind as what people do brings it about. */

export type Language = 'en' | 'es';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

let addresses = 0;
export const anAddress = () => `lena-${(addresses += 1)}@client.test`;

export async function people(world: World, locale: Language) {
  const coach = await aCoach(world, { email: anAddress(), locale });
  const own = { coachId: coach.id, practiceId: coach.practiceId, locale };
  const client = (traits: object = {}) => aClient(world, { ...own, email: anAddress(), ...traits });
  // On a page in this language: what the login helper mails is in that one, whatever the account speaks.
  const page = world.browser({ headers: { 'accept-language': locale } });
  return {
    world,
    page,
    coach,
    client,
    coaching: await loggedInBrowser(world, coach),
    asked: (username: string) => page.run(RequestLoginLinkDocument, { username }),
    askedNames: (email: string) => page.run(RecoverUsernameDocument, { email }),
  };
}

type Cast = Awaited<ReturnType<typeof people>>;
/** What somebody does, and to whom the letters go. */
type Scene = (cast: Cast) => Promise<(string | Person)[]>;

const input = (clientIds: string[]) => ({
  subject: 'Hola',
  body: '[loginLink]',
  bodyFormat: 'TEXT' as const,
  copyToMe: false,
  recipients: { clientIds, allActive: false },
});

/** Somebody who is so asks for a login link. */
const asks =
  (traits: object = {}): Scene =>
  async ({ client, asked }) => {
    const person = await client(traits);
    await asked(person.username);
    return [person];
  };

const invite = ({ coaching }: Cast, email: string) =>
  coaching.run(AddClientDocument, { input: { firstName: 'Lena', lastName: 'Gil', email, invite: true } });

/** Letters to the owner of an account, or to an address that one might have. */
export const ownersLetters: Record<string, Scene> = {
  'a login link with its code': asks(),
  'a login link that takes the password too': asks({ loginLinkPolicy: 'PASSWORD_TOO' }),
  'one username': async ({ client, askedNames }) => {
    const { email } = await client();
    await askedNames(email);
    return [email];
  },
  'three usernames, two of them deactivated, and an invitation': async ({ client, askedNames }) => {
    const { email } = await client();
    await client({ email, status: 'INACTIVE' });
    await client({ email, status: 'INACTIVE', mayLogInWhileInactive: true });
    await client({ email, registered: false, password: null });
    await askedNames(email);
    return [email];
  },
  'an invitation from the login helper, for either question': async ({ client, asked, askedNames }) => {
    const { email, username } = await client({ registered: false, password: null });
    await askedNames(email);
    await asked(username);
    return [email];
  },
  'no account has this address': async ({ askedNames }) => {
    const email = anAddress();
    await askedNames(email);
    return [email];
  },
  'a deactivated account': asks({ status: 'INACTIVE' }),
  'login links turned off': asks({ loginLinkPolicy: 'NEVER' }),
  'an invitation': async (cast) => {
    const email = anAddress();
    await invite(cast, email);
    return [email];
  },
  'a new address of one’s own': async ({ client, world }) => {
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
  'a fresh start, from the first notice to the invitation': async ({ client, coach, world }) => {
    const person = await client();
    const email = anAddress();
    // A coach's session does not last that long.
    const coaching = await loggedInBrowser(world, coach);
    await coaching.run(RequestFreshStartDocument, { id: person.id, email });
    await world.settle();
    for (const days of [6, 1]) {
      world.clock.advance(days * DAY_MS + MINUTE_MS);
      await enqueueDueFreshStarts(world.app.open());
      await world.settle();
    }
    return [person, email];
  },
  'an invitation asked for anew, accepted long since': async (cast) => {
    const { page, world } = cast;
    const email = anAddress();
    await invite(cast, email);
    const token = await changeToken(world, email, 'INVITE');
    await page.run(AcceptInviteDocument, {
      token,
      username: email.split('@')[0] ?? '',
      password: 'harbour lamp wool kite',
    });
    await page.run(RenewLoginLinkDocument, { token });
    return [email];
  },
  'no link helps, and the practice wants no fresh starts': async (cast) => {
    const { coach, world } = cast;
    await world.em.nativeUpdate(Practice, { id: coach.practiceId }, { freshStartsAllowed: false });
    return asks({ loginLinkPolicy: 'PASSWORD_TOO' })(cast);
  },
  'to somebody whose name does not look like one': asks({ firstName: 'www.evil.test' }),
};

type Kind = SecurityLetterJob['kind'];

/** A security letter; `times`: this has happened so often within ten minutes. */
function told(kind: Kind, traits: object, more: Partial<SecurityLetterJob> = {}, times = 1): Scene {
  return async ({ world, client }) => {
    const person = await client(traits);
    const { jobs, em } = world.app.open();
    for (let time = 0; time < times; time += 1) {
      const at = world.clock.now().toISOString();
      await jobs.enqueue(em, securityLetterQueue, {
        kind,
        accountId: person.id,
        at,
        device: 'Firefox on Windows',
        deleteAt: at,
        tokenName: 'Lunes',
        passkeyName: 'Lunes',
        ...more,
      });
      await world.settle();
    }
    world.clock.advance(11 * MINUTE_MS);
    await enqueueDueJobs(world.app.open());
    return [person];
  };
}

for (const kind of Object.keys(SUBJECTS) as Kind[]) {
  for (const loginLinkPolicy of ['ALLOWED', 'PASSWORD_TOO', 'NEVER'] as const)
    ownersLetters[`${kind} where the policy is ${loginLinkPolicy}`] = told(kind, { loginLinkPolicy });
}
// Those that say which.
for (const kind of ['USERNAME_CHANGED', 'API_TOKEN_CREATED', 'PASSKEY_ADDED'] as const)
  ownersLetters[`${kind}, three times`] = told(kind, {}, {}, 3);
const newName = { firstName: 'Lena', lastName: 'Gil' };
ownersLetters['NAME_CHANGED to one that looks like a name'] = told('NAME_CHANGED', {}, { newName });

/** Coaches' messages, and what of them goes to coaches. */
export const messageMails: Record<string, Scene> = {
  'messages with a login link to two people at one address, and a test mail': async ({
    client,
    coach,
    world,
  }) => {
    const coaching = await loggedInBrowser(world, coach);
    const one = await client();
    const other = await client({ email: one.email, firstName: 'Lena' });
    await coaching.run(SendMessageDocument, { input: input([one.id, other.id]) });
    await coaching.run(SendTestMessageDocument, { input: input([one.id]), asClientId: one.id });
    return [one, coach];
  },
  'a reply on its way to the coach': async ({ client, coach, world }) => {
    const coaching = await loggedInBrowser(world, coach);
    const person = await client();
    await coaching.run(SendMessageDocument, { input: input([person.id]) });
    const recipient = (await world.latest(person.email)).kept.replyTo ?? '';
    const reply = { recipient, text: 'Vale.', attachments: ['foto.jpg'] };
    await mailIn(world, { ...reply, sender: 'otra@client.test' });
    return [coach];
  },
};

/** The mails of this scene to those whom it names, oldest first. */
export async function play(world: World, scene: Scene, language: Language): Promise<ReadLetter[]> {
  // Away from the limits of the scene before.
  world.clock.advance(61 * MINUTE_MS);
  const to = await scene(await people(world, language));
  const letters = await Promise.all(
    to.map((one) => world.letters(typeof one === 'string' ? one : one.email)),
  );
  return letters.flat();
}
