import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/random-token.ts';
import { Account } from './account.entity.ts';
import {
  emailFault,
  emailKey,
  firstUsername,
  foldedName,
  practiceFault,
  nameFault,
  displayUsername,
  usernameFault,
  usernameKey,
} from './names/index.ts';
import { Practice } from './practice.entity.ts';

interface Tools {
  em: SqlEntityManager;
  clock: Clock;
}

/** As the options of the command are called. */
export interface NewCoach {
  practice: string;
  'support-email': string;
  'first-name': string;
  'last-name': string;
  email: string;
  username: string;
  'time-zone': string;
}

type Outcome =
  | { faults: string[] }
  | { faults: null; coach: { accountId: string; credentialsVersion: number; timeZone: string } };

/** Makes a coach, and the practice where there is none of that name yet. Nobody learns or sets a password here. */
export async function createCoach(context: Tools, input: Partial<NewCoach>): Promise<Outcome> {
  const { em, clock } = context;
  const username = input.username ?? firstUsername();
  const faults = await faultsOf(context, input, username);
  if (faults.length > 0) return { faults };
  const now = clock.now();
  const id = newId();
  const timeZone = input['time-zone'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const email = input.email ?? '';
  await em.insert(Account, {
    id,
    role: 'COACH',
    practice: await practiceId(context, input),
    coach: null,
    firstName: input['first-name']?.trim() ?? '',
    lastName: input['last-name']?.trim() ?? '',
    foldedName: foldedName({ firstName: input['first-name'] ?? '', lastName: input['last-name'] ?? '' }),
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
  return { faults: null, coach: { accountId: id, credentialsVersion: 1, timeZone } };
}

/** As long as their columns. */
const LENGTHS = { practice: 120, 'support-email': 254, 'first-name': 100, 'last-name': 100, email: 320 };

async function faultsOf({ em }: Tools, input: Partial<NewCoach>, username: string): Promise<string[]> {
  const faults: string[] = [];
  for (const name of ['practice', 'first-name', 'last-name', 'email'] as const)
    if (!input[name]?.trim()) faults.push(`--${name} is missing.`);
  for (const [name, most] of Object.entries(LENGTHS)) {
    const text = input[name as keyof typeof LENGTHS]?.trim() ?? '';
    if (text.length > most) faults.push(`--${name}: Use at most ${most} characters.`);
    const fault = nameFault(text);
    if (fault) faults.push(`--${name}: ${fault}`);
  }
  const practice = await newPracticeFault(em, input.practice?.trim() ?? '');
  if (practice) faults.push(`--practice: ${practice}`);
  const address = input.email && emailFault(input.email);
  if (address) faults.push(`--email: ${address}`);
  const support = input['support-email'] && emailFault(input['support-email']);
  if (support) faults.push(`--support-email: ${support}`);
  const name = usernameFault(username);
  if (name) faults.push(`--username: ${name}`);
  if (await em.findOne(Account, { usernameKey: usernameKey(username) }))
    faults.push('--username: This username is taken.');
  if (input['time-zone'] && !Intl.supportedValuesOf('timeZone').includes(input['time-zone']))
    faults.push('--time-zone: Use a name like Europe/Madrid.');
  return faults;
}

/** It stands before every letter of the practice, so that nobody may take it for another one. */
async function newPracticeFault(em: SqlEntityManager, name: string): Promise<string | null> {
  const names = (await em.find(Practice, {}, { fields: ['name'] })).map((practice) => practice.name);
  return name === '' || names.includes(name) ? null : practiceFault(name, names);
}

async function practiceId({ em, clock }: Tools, input: Partial<NewCoach>): Promise<string> {
  const name = input.practice?.trim() ?? '';
  const existing = await em.findOne(Practice, { name });
  if (existing) return existing.id;
  const id = newId();
  const supportEmail = (input['support-email'] ?? input.email ?? '').trim();
  await em.insert(Practice, { id, name, supportEmail, createdAt: clock.now() });
  return id;
}
