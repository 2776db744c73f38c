/** Undefined: the embedded database. No fault repeats what was written: it holds a password. */
export function readDatabaseUrl(value: string, production: boolean, faults: string[]): string | undefined {
  if (production && !value)
    faults.push(
      'DATABASE_URL is missing. In production, name a PostgreSQL database: postgres://user:password@host/name',
    );
  if (value && !/^postgres(ql)?:\/\//.test(value))
    faults.push('DATABASE_URL must begin with postgres:// or postgresql://');
  else if (value && !isReadable(value))
    faults.push(
      'DATABASE_URL can not be read as postgres://user:password@host/name. In the user and the password write # / ? @ % : as %23 %2F %3F %40 %25 %3A.',
    );
  return value || undefined;
}

/** A sign of the password that ends it too early leaves its rest, and the @ behind it, where neither belongs. */
function isReadable(databaseUrl: string): boolean {
  try {
    const { username, password, pathname, search, hash } = new URL(databaseUrl);
    decodeURIComponent(`${username}:${password}`);
    return hash === '' && !`${pathname}${search}`.includes('@');
  } catch {
    return false;
  }
}
