import { Account, emailKey, foldedName, Practice, usernameKey } from '../features/accounts/index.ts';
import { inTransaction } from '../platform/database/in-transaction.ts';
import { newId } from '../platform/random-token.ts';
import type { Mechanisms } from '../request-context.ts';
import { clients, coaches } from './demo-practice.ts';

/** The demo practice, into an empty database only; true when it was put there. */
export async function loadDemo(context: Mechanisms): Promise<boolean> {
  if ((await context.em.count(Account)) > 0) return false;
  const practices = new Map<string, string>();
  const people = await Promise.all(
    [...coaches, ...clients].map(async (person) => ({ person, hash: await hashOf(context, person) })),
  );
  const hashes = new Map(people.map(({ person, hash }) => [person.username, hash]));
  await inTransaction(context, async (inside) => {
    const { em } = inside;
    for (const { practice } of coaches) {
      if (practices.has(practice.name)) continue;
      const id = newId();
      practices.set(practice.name, id);
      await em.insert(Practice, { id, ...practice, createdAt: context.clock.now() });
    }
    for (const coach of coaches) {
      const own = { role: 'COACH' as const, practice: practices.get(coach.practice.name) ?? '' };
      await insertAccount(inside, {
        ...coach,
        ...own,
        coach: null,
        hash: hashes.get(coach.username) ?? null,
      });
    }
    for (const client of clients) {
      const coach = await em.findOneOrFail(Account, { usernameKey: usernameKey(client.coach) });
      const own = { role: 'CLIENT' as const, practice: coach.practice.id, coach: coach.id };
      await insertAccount(inside, { ...client, ...own, hash: hashes.get(client.username) ?? null });
    }
  });
  return true;
}

function hashOf(
  { passwords }: Mechanisms,
  { password }: { password: string | null },
): Promise<string | null> {
  return password === null ? Promise.resolve(null) : passwords.hash(password);
}

interface Person {
  role: 'COACH' | 'CLIENT';
  practice: string;
  coach: string | null;
  username: string;
  hash: string | null;
  firstName: string;
  lastName: string;
  email: string;
  timeZone?: string;
  status?: 'INACTIVE';
  mayLogInWhileInactive?: boolean;
  registered?: boolean;
}

async function insertAccount({ em, clock }: Mechanisms, person: Person): Promise<void> {
  await em.insert(Account, {
    id: newId(),
    role: person.role,
    practice: person.practice,
    coach: person.coach,
    firstName: person.firstName,
    lastName: person.lastName,
    foldedName: foldedName(person),
    email: person.email,
    emailKey: emailKey(person.email),
    timeZone: person.timeZone ?? null,
    locale: 'en',
    username: person.username,
    usernameKey: usernameKey(person.username),
    passwordHash: person.hash,
    credentialsVersion: 1,
    status: person.status ?? 'ACTIVE',
    mayLogInWhileInactive: person.mayLogInWhileInactive ?? false,
    loginLinkPolicy: 'ALLOWED',
    emailState: 'UNKNOWN',
    deleteAt: null,
    registeredAt: person.registered === false ? null : clock.now(),
    loginCount: 0,
    lastLoginAt: null,
    createdAt: clock.now(),
  });
}
