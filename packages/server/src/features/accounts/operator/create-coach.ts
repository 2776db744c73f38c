import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../../../platform/clock.ts';
import { newId } from '../../../platform/random-token.ts';
import { Account } from '../account.entity.ts';
import {
  emailFault,
  emailKey,
  firstUsername,
  foldedName,
  practiceFault,
  nameFault,
  displayUsername,
  usernameFault,
  tidied,
  usernameKey,
} from '../names/index.ts';
import { Practice } from '../practice.entity.ts';
import { findPractice, lockPractices } from './find-practice.ts';
import { Refusal } from './refusal.ts';

interface Tools {
  em: SqlEntityManager;
  clock: Clock;
}

/** As the options of the command are called. */
export interface NewCoach {
  practice: string;
  supportEmail?: string;
  firstName: string;
  lastName: string;
  email: string;
  username?: string;
  timeZone?: string;
  /** Somebody who has an account at this address is to have another one. */
  another?: boolean;
}

/** Makes a coach, and the practice where there is none of that name yet. Nobody learns or sets a password here. */
export async function createCoach(context: Tools, input: NewCoach) {
  const { em, clock } = context;
  await lockPractices(em);
  const username = input.username ?? firstUsername();
  const faults = await faultsOf(context, input, username);
  if (faults.length > 0) throw new Refusal(...faults);
  const now = clock.now();
  const id = newId();
  const timeZone = input.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { firstName, lastName, email } = input;
  await em.insert(Account, {
    id,
    role: 'COACH',
    practice: await practiceId(context, input),
    coach: null,
    firstName: firstName.trim(),
    lastName: lastName.trim(),
    foldedName: foldedName({ firstName, lastName }),
    email: email.trim(),
    emailKey: emailKey(email),
    timeZone,
    locale: 'en',
    username: displayUsername(username),
    usernameKey: usernameKey(username),
    passwordHash: null,
    credentialsVersion: 1,
    status: 'ACTIVE',
    mayLogInWhileInactive: false,
    loginLinkPolicy: 'ALLOWED',
    emailState: 'UNKNOWN',
    deleteAt: null,
    registeredAt: null,
    loginCount: 0,
    lastLoginAt: null,
    createdAt: now,
  });
  return { accountId: id, credentialsVersion: 1, timeZone, username: displayUsername(username) };
}

/** As long as their columns. */
const LENGTHS = { practice: 120, supportEmail: 254, firstName: 100, lastName: 100, email: 320 };

const OPTIONS = {
  practice: '--practice',
  supportEmail: '--support-email',
  firstName: '--first-name',
  lastName: '--last-name',
  email: '--email',
};

async function faultsOf(tools: Tools, input: NewCoach, username: string): Promise<string[]> {
  const faults: string[] = [];
  const say = (option: string, fault: string | null) => fault && faults.push(`${option}: ${fault}`);
  for (const field of ['practice', 'firstName', 'lastName', 'email'] as const)
    if (!input[field].trim()) faults.push(`${OPTIONS[field]} is missing.`);
  for (const [field, most] of Object.entries(LENGTHS) as [keyof typeof LENGTHS, number][]) {
    const text = input[field]?.trim() ?? '';
    if (text.length > most) say(OPTIONS[field], `Use at most ${most} characters.`);
    say(OPTIONS[field], nameFault(text));
  }
  say(OPTIONS.practice, await newPracticeFault(tools.em, input.practice));
  say(OPTIONS.email, input.email && emailFault(input.email));
  say(OPTIONS.email, await twinFault(tools.em, input));
  say(OPTIONS.supportEmail, input.supportEmail ? emailFault(input.supportEmail) : null);
  say(OPTIONS.supportEmail, await supportFault(tools.em, input));
  say('--username', usernameFault(username));
  if (await tools.em.findOne(Account, { usernameKey: usernameKey(username) }))
    say('--username', 'This username is taken.');
  if (input.timeZone && !Intl.supportedValuesOf('timeZone').includes(input.timeZone))
    say('--time-zone', 'Use a name like Europe/Madrid.');
  return faults;
}

/** It stands before every letter of the practice, so that nobody may take it for another one. */
async function newPracticeFault(em: SqlEntityManager, typed: string): Promise<string | null> {
  if (tidied(typed) === '' || (await findPractice(em, typed))) return null;
  const practices = await em.find(Practice, {}, { fields: ['name'] });
  return practiceFault(
    tidied(typed),
    practices.map(({ name }) => name),
  );
}

/** The command given twice by mistake would make a second account, of which its owner knows nothing. */
async function twinFault(em: SqlEntityManager, { email, another }: NewCoach): Promise<string | null> {
  if (another || !email.trim()) return null;
  const twin = await em.findOne(
    Account,
    { role: 'COACH', emailKey: emailKey(email) },
    { populate: ['practice'] },
  );
  return (
    twin &&
    `${twin.firstName} ${twin.lastName} of ${twin.practice.name} has this address. A link for them: admin login-link --username ${twin.username}. A second account all the same: --another.`
  );
}

async function supportFault(
  em: SqlEntityManager,
  { practice, supportEmail }: NewCoach,
): Promise<string | null> {
  if (supportEmail === undefined) return null;
  const there = await findPractice(em, practice);
  if (!there || there.supportEmail === supportEmail.trim()) return null;
  return `${there.name} is here already, with ${there.supportEmail}. To change that: admin set-practice --practice "${there.name}" --support-email ${supportEmail.trim()}.`;
}

async function practiceId({ em, clock }: Tools, input: NewCoach): Promise<string> {
  const existing = await findPractice(em, input.practice);
  if (existing) return existing.id;
  const id = newId();
  const supportEmail = (input.supportEmail ?? input.email).trim();
  await em.insert(Practice, { id, name: tidied(input.practice), supportEmail, createdAt: clock.now() });
  return id;
}
