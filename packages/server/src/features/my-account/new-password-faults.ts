import { passwordFaults } from '../../platform/passwords/password-policy.ts';
import type { RequestContext } from '../../request-context.ts';

interface Owner {
  firstName: string;
  lastName: string;
  username: string;
  email: string;
  practiceName: string;
}

/** Why this person can't have this password; what an attacker would try first about them counts as known. */
export function newPasswordFaults(
  { settings, siteName }: RequestContext,
  password: string,
  owner: Owner,
): string[] {
  const { firstName, lastName, username, email, practiceName } = owner;
  const together = [`${firstName}${lastName}`, `${lastName}${firstName}`];
  const personal = [firstName, lastName, ...together, username, email, practiceName, siteName];
  return passwordFaults(password, settings.passwordLength, personal);
}
