import { passwordFaults } from '../../../platform/passwords/password-policy.ts';
import type { RequestContext } from '../../../request-context.ts';
import { Account } from '../../accounts/index.ts';

interface Owner {
  id: string;
  firstName: string;
  lastName: string;
  username: string;
  email: string;
  practiceName: string;
}

/** Why this person can't have this password; what an attacker would try first about them counts as known. */
export async function newPasswordFaults(
  { em, settings, siteName }: RequestContext,
  password: string,
  owner: Owner,
): Promise<string[]> {
  const { firstName, lastName, username, email, practiceName } = owner;
  const together = [`${firstName}${lastName}`, `${lastName}${firstName}`];
  const found = await em.findOne(Account, owner.id, {
    fields: ['coach.firstName', 'coach.lastName'],
    populate: ['coach'],
  });
  const theirs = found?.coach ? [found.coach.firstName, found.coach.lastName] : [];
  const personal = [firstName, lastName, ...together, username, email, ...theirs, practiceName, siteName];
  return passwordFaults(password, settings.passwordLength, personal);
}
