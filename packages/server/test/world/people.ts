import { Account } from '../../src/features/accounts/account.entity.ts';
import { emailKey } from '../../src/features/accounts/names/email-address.ts';
import { Practice } from '../../src/features/accounts/practice.entity.ts';
import { foldedName } from '../../src/features/accounts/names/fold.ts';
import { usernameKey } from '../../src/features/accounts/names/username.ts';
import { newId } from '../../src/platform/random-token.ts';
import type { World } from './world.ts';

export interface Person {
  id: string;
  username: string;
  email: string;
  password: string;
}

interface Traits {
  username?: string;
  email?: string;
  password?: string | null;
  firstName?: string;
  lastName?: string;
  timeZone?: string | null;
  locale?: 'en' | 'es';
  practiceId?: string;
  practiceName?: string;
  coachId?: string | null;
  status?: 'ACTIVE' | 'INACTIVE';
  mayLogInWhileInactive?: boolean;
  loginLinkPolicy?: 'ALLOWED' | 'PASSWORD_TOO' | 'NEVER';
  registered?: boolean;
}

let people = 0;

/** A practice of its own unless one is named, so that tests of a file don't meet. */
async function aPractice({ em, clock }: World, name = 'Northwind Coaching'): Promise<string> {
  const id = newId();
  await em.insert(Practice, {
    id,
    name,
    supportEmail: 'hello@northwind.example.com',
    createdAt: clock.now(),
  });
  return id;
}

export async function aCoach(world: World, traits: Traits = {}): Promise<Person & { practiceId: string }> {
  const practiceId = traits.practiceId ?? (await aPractice(world, traits.practiceName));
  const person = await insert(world, 'COACH', {
    firstName: 'Dana',
    lastName: 'Okafor',
    timeZone: 'Europe/Madrid',
    ...traits,
    practiceId,
  });
  return { ...person, practiceId };
}

/** A client of a coach of their own unless one is given. */
export async function aClient(world: World, traits: Traits = {}): Promise<Person> {
  if (traits.coachId && traits.practiceId) return insert(world, 'CLIENT', traits);
  const coach = await aCoach(world, traits.practiceName ? { practiceName: traits.practiceName } : {});
  return insert(world, 'CLIENT', { ...traits, coachId: coach.id, practiceId: coach.practiceId });
}

async function insert({ em, clock, app }: World, role: 'COACH' | 'CLIENT', traits: Traits): Promise<Person> {
  people += 1;
  const username = traits.username ?? `blue.heron.${people}`;
  const email = traits.email ?? `heron${people}@client.test`;
  const password = traits.password === undefined ? 'paper boats at noon' : traits.password;
  const id = newId();
  await em.insert(Account, {
    id,
    role,
    practice: traits.practiceId ?? '',
    coach: traits.coachId ?? null,
    firstName: traits.firstName ?? 'Maria',
    lastName: traits.lastName ?? 'Keller',
    foldedName: foldedName({
      firstName: traits.firstName ?? 'Maria',
      lastName: traits.lastName ?? 'Keller',
    }),
    email,
    emailKey: emailKey(email),
    timeZone: traits.timeZone ?? null,
    locale: traits.locale ?? 'en',
    username,
    usernameKey: usernameKey(username),
    passwordHash: password === null ? null : await app.open().passwords.hash(password),
    credentialsVersion: 1,
    status: traits.status ?? 'ACTIVE',
    mayLogInWhileInactive: traits.mayLogInWhileInactive ?? false,
    loginLinkPolicy: traits.loginLinkPolicy ?? 'ALLOWED',
    emailState: 'UNKNOWN',
    deleteAt: null,
    registeredAt: traits.registered === false ? null : clock.now(),
    loginCount: 0,
    lastLoginAt: null,
    createdAt: clock.now(),
  });
  return { id, username, email, password: password ?? '' };
}
