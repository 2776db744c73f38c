import type { Env } from '../../src/env.ts';

/** Settings of a test's own house: the default origin, the mailbox, no demo data. */
export function testEnv(own: Pick<Env, 'dataDir' | 'databaseUrl'> & Partial<Env>): Env {
  return {
    production: false,
    port: 0,
    publicUrl: 'http://localhost:4000',
    siteName: 'Latchstring',
    demoData: false,
    mail: { kind: 'mailbox' },
    mailFrom: 'no-reply@localhost',
    trustedProxies: [],
    logLevel: 'trace',
    hashesInFlight: 2,
    appDir: '/nowhere',
    ...own,
  };
}
