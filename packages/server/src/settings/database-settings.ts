import type { Text } from './read-settings.ts';

interface DatabaseSettings {
  url: string | undefined;
  directUrl: string | undefined;
  connections: number;
}

const MOST_CONNECTIONS = 200;

export function readDatabase(text: Text, production: boolean, faults: string[]): DatabaseSettings {
  const url = text('DATABASE_URL');
  if (production && !url)
    faults.push(
      'DATABASE_URL is missing. In production, name a PostgreSQL database: postgres://user:password@host/name',
    );
  const directUrl = text('DATABASE_DIRECT_URL');
  checkAddress('DATABASE_URL', url, faults);
  checkAddress('DATABASE_DIRECT_URL', directUrl, faults);
  if (directUrl && !url)
    faults.push('DATABASE_DIRECT_URL is set without DATABASE_URL. Set both, or neither.');
  const connections = readConnections(text('DATABASE_CONNECTIONS', '10'), faults);
  return { url: url || undefined, directUrl: directUrl || url || undefined, connections };
}

function checkAddress(name: string, value: string, faults: string[]): void {
  if (!value) return;
  if (!/^postgres(ql)?:\/\//.test(value)) faults.push(`${name} must begin with postgres:// or postgresql://`);
  else if (namesSeveralHosts(value))
    faults.push(
      `${name} names several hosts, of which the driver would take none. Name one that leads to the primary, such as HAProxy's or PgBouncer's: deploy/haproxy.cfg is an example.`,
    );
  else if (!isReadable(value))
    faults.push(
      `${name} can not be read as postgres://user:password@host/name. In the user and the password write # / ? @ % : as %23 %2F %3F %40 %25 %3A.`,
    );
}

/** As libpq takes them: one behind the other, with commas between, in the address or behind its "?". */
function namesSeveralHosts(value: string): boolean {
  const [, hosts = ''] = /^[a-z]+:\/\/(?:[^@/?#]*@)?([^/?#]*)/.exec(value) ?? [];
  return hosts.includes(',') || /[?&](?:host|hostaddr)=[^&]*(?:,|%2c)/i.test(value);
}

/** An unescaped #, / or ? in the password ends it too early, and its rest and the @ then stand in path, query or hash. */
function isReadable(address: string): boolean {
  try {
    const { username, password, pathname, search, hash } = new URL(address);
    decodeURIComponent(`${username}:${password}`);
    return hash === '' && !`${pathname}${search}`.includes('@');
  } catch {
    return false;
  }
}

function readConnections(value: string, faults: string[]): number {
  const connections = Number(value);
  // Of one alone a transaction and what is asked beside it would wait for each other.
  if (Number.isInteger(connections) && connections >= 2 && connections <= MOST_CONNECTIONS)
    return connections;
  faults.push(`DATABASE_CONNECTIONS is "${value}". Give a number from 2 to ${String(MOST_CONNECTIONS)}.`);
  return 2;
}
