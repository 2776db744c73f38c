import { describe, expect, it } from 'vitest';
import { EnvFault, readEnv } from './env.ts';

const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://login.example.com',
  DATABASE_URL: 'postgres://latchstring@db/latchstring',
  MAILGUN_KEY: 'key',
  MAILGUN_DOMAIN: 'mail.example.com',
};

const faultsOf = (source: Record<string, string>) => {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof EnvFault) return error.message;
    throw error;
  }
  return '';
};

describe('settings', () => {
  it('need nothing on a laptop: embedded database, mailbox, demo data', () => {
    expect(readEnv({})).toMatchObject({
      production: false,
      port: 4000,
      publicUrl: 'http://localhost:4000',
      databaseUrl: undefined,
      demoData: true,
      mail: { kind: 'mailbox' },
      trustedProxies: [],
    });
  });

  it('with a PostgreSQL database hold no demo data unless asked for', () => {
    const database = { DATABASE_URL: 'postgres://x@y/z' };
    expect(readEnv(database).demoData).toBe(false);
    expect(readEnv({ ...database, DEMO_DATA: '1' }).demoData).toBe(true);
  });

  it('are complete for production', () => {
    expect(readEnv(production)).toMatchObject({
      production: true,
      demoData: false,
      mailFrom: 'no-reply@mail.example.com',
    });
  });

  it('C118 production refuses to start without mail settings, and says what is missing', () => {
    const { MAILGUN_KEY: _key, MAILGUN_DOMAIN: _domain, ...rest } = production;
    expect(faultsOf(rest)).toContain('MAIL=mailgun');
    expect(faultsOf({ ...rest, MAIL: 'mailgun' })).toMatch(/MAILGUN_KEY[\s\S]*MAILGUN_DOMAIN/);
    expect(faultsOf({ ...production, MAIL: 'mailbox' })).toContain('MAIL is mailbox');
  });

  it.each([
    '',
    'http://login.example.com',
    'login.example.com',
    'https://login.example.com/app',
    'https://a:b@login.example.com',
  ])('C040 production refuses to start with %j for a public origin', (PUBLIC_URL) => {
    expect(faultsOf({ ...production, PUBLIC_URL })).toContain('PUBLIC_URL');
  });

  it('production refuses demo data, and a database that is not named', () => {
    expect(faultsOf({ ...production, DEMO_DATA: '1' })).toContain('DEMO_DATA');
    expect(faultsOf({ ...production, DATABASE_URL: '' })).toContain('DATABASE_URL');
  });

  it('tell all their faults at once', () => {
    const message = faultsOf({ NODE_ENV: 'production', PORT: 'x' });
    for (const name of ['PORT', 'PUBLIC_URL', 'DATABASE_URL', 'MAIL']) expect(message).toContain(name);
  });
});
