import type { Env } from '../../src/env.ts';
import { readLetterSettings } from '../../src/letter-settings.ts';
import { readMessageLimits } from '../../src/message-limits.ts';
import { defaultSettings } from '../../src/settings.ts';

/** Settings of a test's own house: the default origin, the mailbox, no demo data. */
export function testEnv(own: Pick<Env, 'dataDir' | 'databaseUrl'> & Partial<Env>): Env {
  return {
    production: false,
    port: 0,
    publicUrl: 'http://localhost:4000',
    siteName: 'Latchstring',
    supportEmail: null,
    demoData: false,
    sealingKeys: ['a key of the tests, long enough to be one'],
    mail: { kind: 'mailbox' },
    mailFrom: 'no-reply@localhost',
    inbound: null,
    trustedProxies: [],
    logLevel: 'trace',
    sessions: defaultSettings.sessions,
    letters: readLetterSettings((_name, fallback = '') => fallback, []),
    messageLimits: readMessageLimits(() => '', []),
    hashesInFlight: 2,
    appDir: '/nowhere',
    ...own,
  };
}
