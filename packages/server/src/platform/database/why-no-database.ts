/** What stands between this process and its database, by the code of the fault: each is one sentence with its cure. */
const CURES: Record<string, string> = {
  '28P01': 'The database refuses the user or the password that DATABASE_URL names: correct them there.',
  '28000':
    'The database lets nobody in from here who comes as DATABASE_URL says: allow this user and address in its pg_hba.conf or, where that asks for TLS, write ?sslmode=verify-full at the end of DATABASE_URL.',
  '3D000':
    'PostgreSQL has no database of the name in DATABASE_URL: create it, or correct the name behind the last slash.',
  '3F000':
    'The user in DATABASE_URL may use no schema of the database: make this user the owner of the database.',
  '42P01': 'The database is not migrated: run the command `migrate` first.',
  '42703': 'The database is not migrated as far as this release needs: run the command `migrate` first.',
  '42501':
    'The user in DATABASE_URL may not change the database: make this user the owner of the database and of its schema public.',
  '53300': 'The database takes no more connections: raise its max_connections, or run fewer processes on it.',
  '57P03': 'The database is starting or stopping: start this process again in a moment.',
  ENOTFOUND: 'Nobody knows the host in DATABASE_URL: correct its name, or start the database that it is.',
  ECONNREFUSED:
    'Nobody listens at the host and port in DATABASE_URL: start PostgreSQL there, or correct them.',
  SILENT:
    'Nobody answers at the host and port in DATABASE_URL: start PostgreSQL there, correct them, or open the way through the firewall.',
  NO_TLS:
    'The database speaks no TLS, which sslmode in DATABASE_URL asks for: switch it on there (ssl = on, with a certificate), or leave sslmode out where the database is on this machine.',
  BAD_CERTIFICATE:
    'The certificate of the database is not one to trust for the host in DATABASE_URL: give it one for that name, and name the authority behind it with sslrootcert=/path/to/ca.pem in DATABASE_URL.',
};

/** Other codes and words of the same faults. */
const ALIASES: [RegExp, string][] = [
  [/^EAI_/, 'ENOTFOUND'],
  [/^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNRESET|EPIPE)$/, 'SILENT'],
  [/^(timeout exceeded when trying to connect|Connection terminated|Query read timeout)/, 'SILENT'],
  [/^The server does not support SSL connections/, 'NO_TLS'],
  [/CERT|^UNABLE_TO_(GET|VERIFY)_|^HOSTNAME_MISMATCH$/, 'BAD_CERTIFICATE'],
];

/**
 * Why the database can not be worked with, in one sentence that names the cure; null where the fault is another one. The
 * fault's own words are left out: no address of a database is printed, and it holds a password.
 */
export function whyNoDatabase(fault: unknown): string | null {
  if (!(fault instanceof Error)) return null;
  const { code, message } = fault as NodeJS.ErrnoException;
  for (const sign of [code ?? '', message]) {
    const cure = CURES[sign] ?? CURES[ALIASES.find(([words]) => words.test(sign))?.[1] ?? ''];
    if (cure) return cure;
  }
  const others = fault instanceof AggregateError ? (fault.errors as unknown[]) : [fault.cause];
  return others.map(whyNoDatabase).find((cure) => cure !== null) ?? null;
}
