import { Account, emailKey, firstUsername, foldedName, usernameKey } from '../../accounts/index.ts';
import { newId } from '../../../platform/random-token.ts';
import type { RequestContext } from '../../../request-context.ts';
import { inviteQueue } from '../../login/index.ts';
import type { Viewer } from '../../../viewer.ts';

interface NewClient {
  firstName: string;
  lastName: string;
  email: string;
  timeZone?: string | null;
  locale?: string | null;
}

/** Puts people on the coach's roster, in the running transaction; each gets a username made at random. Gives their ids. */
export async function insertClients(
  { em, clock, jobs }: RequestContext,
  viewer: Viewer,
  people: NewClient[],
  { invite }: { invite: boolean },
): Promise<string[]> {
  if (people.length === 0) return [];
  const rows = people.map((person) => ({ ...asRow(person, viewer), createdAt: clock.now() }));
  await em.insertMany(Account, rows);
  if (invite) for (const { id } of rows) await jobs.enqueue(em, inviteQueue, { accountId: id });
  return rows.map(({ id }) => id);
}

function asRow({ firstName, lastName, email, timeZone, locale }: NewClient, viewer: Viewer) {
  const username = firstUsername();
  return {
    id: newId(),
    role: 'CLIENT' as const,
    practice: viewer.practice.id,
    coach: viewer.account.id,
    firstName: firstName.trim(),
    lastName: lastName.trim(),
    foldedName: foldedName({ firstName, lastName }),
    email: email.trim(),
    emailKey: emailKey(email),
    timeZone: timeZone ?? null,
    // Until they choose for themselves: a coach and their clients most often share a language.
    locale: locale ?? viewer.account.locale,
    username,
    usernameKey: usernameKey(username),
    passwordHash: null,
    credentialsVersion: 1,
    status: 'ACTIVE' as const,
    mayLogInWhileInactive: false,
    loginLinkPolicy: 'ALLOWED' as const,
    emailState: 'UNKNOWN' as const,
    deleteAt: null,
    registeredAt: null,
    loginCount: 0,
    lastLoginAt: null,
  };
}
