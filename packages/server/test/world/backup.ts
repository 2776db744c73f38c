import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const EMPTY = 'drop schema pgboss cascade; drop schema public cascade; create schema public';

/** A dump of this database as an operator makes one, and what brings it back in place of what is there. */
export function backUp(databaseUrl: string, dir: string): () => void {
  const file = join(dir, 'backup.dump');
  const at = `--dbname=${databaseUrl}`;
  execFileSync('pg_dump', ['--format=custom', `--file=${file}`, at]);
  return () => {
    execFileSync('psql', ['-X', '-q', at, '-c', EMPTY], { stdio: 'pipe' });
    execFileSync('pg_restore', ['--exit-on-error', '--single-transaction', at, file]);
  };
}
