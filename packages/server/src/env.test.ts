import { describe, expect, it } from 'vitest';
import { EnvFault, readEnv } from './env.ts';
import { defaultSettings } from './settings/settings.ts';

const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://login.example.com',
  DATABASE_URL: 'postgres://latchstring@db/latchstring',
  SEALING_KEY: 'a key of thirty-two characters or more',
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

  it('C173 open metrics where a port is named, for this machine alone unless an address is', () => {
    expect(readEnv({}).metrics).toBeNull();
    expect(readEnv({ METRICS_PORT: '9464' }).metrics).toEqual({ host: '127.0.0.1', port: 9464 });
    const metrics = { METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' };
    expect(readEnv(metrics).metrics).toEqual({ host: '0.0.0.0', port: 9464 });
    expect(faultsOf({ METRICS_PORT: '4000' })).toContain('METRICS_PORT is that of PORT');
    expect(faultsOf({ METRICS_PORT: 'x' })).toContain('METRICS_PORT is "x"');
    expect(faultsOf({ METRICS_HOST: 'everywhere' })).toContain('METRICS_HOST is "everywhere"');
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

  it.each([
    [{ MAIL_FROM: 'Northwind <no-reply@example.com>' }, 'MAIL_FROM'],
    [{ MAIL_FROM: 'no-reply' }, 'MAIL_FROM'],
    [{ MAIL_FROM: 'a@b.example\r\nBcc: x@evil.test' }, 'MAIL_FROM'],
    [{ TRUSTED_PROXIES: '10.0.0.1, proxy.internal' }, 'TRUSTED_PROXIES holds "proxy.internal"'],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES'],
    [{ TRUSTED_PROXIES: '10.0.0.0/8/8' }, 'TRUSTED_PROXIES'],
    [{ LOG_LEVEL: 'verbose' }, 'LOG_LEVEL is "verbose"'],
  ])('are refused with the cure: %j', (source, words) => {
    expect(faultsOf(source)).toContain(words);
  });

  it.each(['Production', 'PRODUCTION', 'prod', 'staging', 'production;'])(
    'C169 refuse %j for NODE_ENV, rather than take it for a laptop',
    (NODE_ENV) => {
      expect(faultsOf({ ...production, NODE_ENV })).toContain(`NODE_ENV is "${NODE_ENV}"`);
    },
  );

  it.each([
    'hush#tail',
    'hush/tail',
    'hush?tail',
    'hush%tail',
    'hush%zztail',
    'hush/@tail',
    '12/34',
    '12?34',
    '12#34',
  ])('C169 say what to do about the password %s, and print nothing of it', (password) => {
    const DATABASE_URL = `postgres://latchstring:${password}@database.internal/latchstring`;
    const words = faultsOf({ DATABASE_URL });
    expect(words).toContain('DATABASE_URL can not be read');
    expect(words).not.toMatch(/hush|tail|12|34|database\.internal/);
    const written = DATABASE_URL.replace(password, encodeURIComponent(password));
    expect(readEnv({ DATABASE_URL: written }).databaseUrl).toBe(written);
    expect(readEnv({ DATABASE_URL: written }).databaseDirectUrl).toBe(written);
  });

  it.each([
    'postgres://a:b@one,two/name',
    'postgres://a:b@one:5432,two:5433/name',
    'postgresql://a:b@/name?host=one,two',
  ])('refuse several hosts, of which the driver takes none: %s', (DATABASE_URL) => {
    expect(faultsOf({ DATABASE_URL })).toMatch(/DATABASE_URL names several hosts.*deploy\/haproxy\.cfg/);
  });

  it('take an address past the pooler, and a number of connections', () => {
    const DATABASE_URL = 'postgres://a:b@pooler/name';
    const DATABASE_DIRECT_URL = 'postgres://a:b@database/name';
    const env = readEnv({ DATABASE_URL, DATABASE_DIRECT_URL, DATABASE_CONNECTIONS: '25' });
    expect([env.databaseUrl, env.databaseDirectUrl]).toEqual([DATABASE_URL, DATABASE_DIRECT_URL]);
    expect(env.databaseConnections).toBe(25);
    expect(faultsOf({ DATABASE_DIRECT_URL })).toContain('DATABASE_DIRECT_URL is set without DATABASE_URL');
    for (const DATABASE_CONNECTIONS of ['1', '201', '2.5', 'many'])
      expect(faultsOf({ DATABASE_CONNECTIONS })).toContain('Give a number from 2 to 200');
  });

  it('take addresses, networks and the names of networks as proxies', () => {
    const TRUSTED_PROXIES = '10.0.0.1, 172.16.0.0/12,fd00::/8, loopback';
    const { trustedProxies } = readEnv({ TRUSTED_PROXIES, LOG_LEVEL: 'silent', MAIL_FROM: 'a@b.example' });
    expect(trustedProxies).toEqual(['10.0.0.1', '172.16.0.0/12', 'fd00::/8', 'loopback']);
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

  it('P018 production refuses demo data, and a database that is not named', () => {
    expect(faultsOf({ ...production, DEMO_DATA: '1' })).toContain('DEMO_DATA');
    expect(faultsOf({ ...production, DATABASE_URL: '' })).toContain('DATABASE_URL');
  });

  it('take replies only at a domain, and only with the key that signs them', () => {
    expect(readEnv(production).inbound).toBeNull();
    const replies = { ...production, MAILGUN_INBOUND_DOMAIN: 'Reply.Example.com' };
    expect(faultsOf(replies)).toContain('MAILGUN_WEBHOOK_KEY');
    const complete = { ...replies, MAILGUN_WEBHOOK_KEY: 'key, older' };
    expect(readEnv(complete).inbound).toEqual({ domain: 'reply.example.com', keys: ['key', 'older'] });
    for (const MAILGUN_INBOUND_DOMAIN of [
      'reply@example.com',
      'https://example.com',
      'example',
      'a..b',
      '-a.com',
    ])
      expect(faultsOf({ ...complete, MAILGUN_INBOUND_DOMAIN })).toContain('the domain alone');
  });

  it('tell all their faults at once', () => {
    const message = faultsOf({ NODE_ENV: 'production', PORT: 'x' });
    for (const name of ['PORT', 'PUBLIC_URL', 'DATABASE_URL', 'MAIL']) expect(message).toContain(name);
  });

  it('production has a key outside the database, and takes several with the newest in front', () => {
    expect(faultsOf({ ...production, SEALING_KEY: '' })).toContain('SEALING_KEY is missing');
    const [newer, older] = ['n'.repeat(32), 'o'.repeat(32)];
    expect(readEnv({ SEALING_KEY: `${newer}, ${older}` }).sealingKeys).toEqual([newer, older]);
    expect(faultsOf({ SEALING_KEY: `${newer},short` })).toContain('less than 32');
    expect(readEnv({}).sealingKeys).toEqual([]);
  });

  it('C120 say how many letters a stranger can cause, and how long links live: nobody waits longer than an hour', () => {
    const said = {
      LETTERS_AT_ONCE: '3',
      LETTERS_EVERY: '30m',
      LINK_LIFE_HELPER: '2h',
      NO_ACCOUNT_LETTERS: '0',
    };
    expect(readEnv(said).settings).toMatchObject({
      limits: { letters: { points: 3, seconds: 1_800 }, perSource: defaultSettings.limits.perSource },
      loginLinkLifeMs: { ...defaultSettings.loginLinkLifeMs, helper: 7_200_000 },
      noAccountLetters: false,
    });
    expect(readEnv(production).settings).toEqual(defaultSettings);
    expect(faultsOf({ LETTERS_EVERY: '2h' })).toContain('from 5m to 1h');
    expect(faultsOf({ LETTERS_AT_ONCE: '0' })).toContain('LETTERS_AT_ONCE is "0"');
  });

  it('say how much mail a coach may cause, and refuse what is no number', () => {
    const said = { SENDS_PER_HOUR: '7', INVITES_PER_HOUR: '50', LINK_LIFE_ADMIN: '2h' };
    expect(readEnv(said).settings).toMatchObject({
      limits: {
        messagesPerCoach: { ...defaultSettings.limits.messagesPerCoach, points: 7 },
        invitesPerCoach: { ...defaultSettings.limits.invitesPerCoach, points: 50 },
        recipientsPerCoach: defaultSettings.limits.recipientsPerCoach,
      },
      loginLinkLifeMs: { ...defaultSettings.loginLinkLifeMs, admin: 7_200_000 },
    });
    expect(faultsOf({ INVITES_PER_HOUR: '1000001' })).toContain('from 1 to 1000000');
    expect(faultsOf({ LINK_LIFE_ADMIN: '30d' })).toContain('from 10m to 7d');
  });

  it('say how long logins last, shorter for coaches', () => {
    const DAY_MS = 24 * 60 * 60_000;
    expect(readEnv({}).settings.sessions).toEqual({
      CLIENT: { idleMs: 14 * DAY_MS, absoluteMs: 60 * DAY_MS },
      COACH: { idleMs: DAY_MS / 2, absoluteMs: 14 * DAY_MS },
    });
    expect(readEnv({ SESSION_IDLE_COACH: '30m', SESSION_MAX_CLIENT: '20d' }).settings.sessions).toMatchObject(
      {
        CLIENT: { idleMs: 14 * DAY_MS, absoluteMs: 20 * DAY_MS },
        COACH: { idleMs: DAY_MS / 48, absoluteMs: 14 * DAY_MS },
      },
    );
  });

  it.each(['14', '14 days', '0d', '5m', '401d', '-1d'])('refuse %j as the length of a login', (typed) => {
    expect(faultsOf({ SESSION_IDLE_CLIENT: typed })).toContain('SESSION_IDLE_CLIENT');
  });

  it('refuse a login that would idle longer than it lasts', () => {
    expect(faultsOf({ SESSION_MAX_COACH: '6h' })).toContain('SESSION_IDLE_COACH is longer');
  });
});
