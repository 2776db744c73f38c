import { describe, expect, it } from 'vitest';
import { readEnv } from '../../src/env.ts';

const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://login.example.com',
  DATABASE_URL: 'postgres://latchstring@database/latchstring',
  SEALING_KEY: 'a key of thirty-two characters or more',
  MAILGUN_KEY: 'key',
  MAILGUN_DOMAIN: 'mail.example.com',
};

describe('production', () => {
  it.each(['http://api.mailgun.net', 'HTTP://api.mailgun.net', 'ftp://api.mailgun.net', 'api.mailgun.net'])(
    'P092 refuses to start with a provider that is spoken to without TLS: %s',
    (MAILGUN_URL) => {
      expect(() => readEnv({ ...production, MAILGUN_URL })).toThrow('MAILGUN_URL');
    },
  );

  it('takes one that is spoken to with TLS, and names one by itself', () => {
    const MAILGUN_URL = 'https://api.eu.mailgun.net';
    expect(readEnv({ ...production, MAILGUN_URL }).mail).toMatchObject({ url: MAILGUN_URL });
    expect(readEnv(production).mail).toMatchObject({ url: 'https://api.mailgun.net' });
  });
});
