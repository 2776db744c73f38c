import type { Env } from '../../src/env.ts';
import { defaultSettings } from '../../src/settings/settings.ts';

/** Settings of a test's own house: the default origin, the mailbox, no demo data. */
export function testEnv(own: Pick<Env, 'dataDir' | 'databaseUrl'> & Partial<Env>): Env {
  return {
    production: false,
    port: 0,
    publicUrl: 'http://localhost:4000',
    databaseDirectUrl: own.databaseUrl,
    databaseConnections: 10,
    siteName: 'Latchstring',
    supportEmail: null,
    demoData: false,
    sealingKeys: ['a key of the tests, long enough to be one'],
    mail: { kind: 'mailbox' },
    mailFrom: 'no-reply@localhost',
    inbound: null,
    trustedProxies: [],
    logLevel: 'trace',
    metrics: null,
    // Letters at once: tests would wait for each.
    settings: { ...defaultSettings, letterSpreadMs: 0 },
    hashesInFlight: 2,
    appDir: '/nowhere',
    ...own,
  };
}
