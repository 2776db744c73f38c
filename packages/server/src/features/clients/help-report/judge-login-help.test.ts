import { describe, expect, it } from 'vitest';
import { calendarOf, startOfDay } from './calendar.ts';
import { checkEach } from './check-each.ts';
import { judgeLoginHelp } from './judge-login-help.ts';
import type { LoginHelpFacts } from './login-help-facts.ts';

const now = new Date('2026-11-25T09:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const calendar = calendarOf('Europe/Madrid', now);

const fine: LoginHelpFacts = {
  windowDays: 30,
  name: 'Maria',
  email: 'maria@example.com',
  status: 'ACTIVE',
  mayLogInWhileInactive: false,
  deactivatedAt: null,
  deleteAt: null,
  registeredAt: daysAgo(90),
  lastLoginAt: daysAgo(20),
  emailState: 'DELIVERED',
  linkPolicy: 'ALLOWED',
  proposedEmail: null,
  freshStart: null,
  invite: null,
  link: null,
  helperRequest: null,
  failedPasswords: null,
  isThrottled: false,
  breakMinutes: 15,
};

const inactive = { status: 'INACTIVE', deactivatedAt: daysAgo(3) } as const;
const unregistered = { registeredAt: null, lastLoginAt: null };
const failed = { failedPasswords: { count: 3, since: daysAgo(1) } };
const link = (state: NonNullable<LoginHelpFacts['link']>['state'], days = 2) => ({
  link: { at: daysAgo(days), state },
});

const cases: [string, Partial<LoginHelpFacts>, string, RegExp][] = [
  ['logged in today', { lastLoginAt: now }, 'NONE', /logged in today/],
  ['all is well, but long ago', {}, 'SEND_LOGIN_LINK', /most likely forgotten/],
  ['deactivated', inactive, 'REACTIVATE', /deactivated, so no login works/],
  ['deactivated long ago', { ...inactive, deactivatedAt: daysAgo(60) }, 'ALLOW_ACCESS', /on 26 September/],
  ['deactivated, nobody knows when', { status: 'INACTIVE' }, 'REACTIVATE', /Reactivate them/],
  ['waits for deletion', { ...inactive, deleteAt: daysAgo(-27) }, 'REACTIVATE', /deleted on 22 December/],
  [
    'may look',
    { ...inactive, mayLogInWhileInactive: true },
    'SEND_LOGIN_LINK',
    /can look, and change nothing/,
  ],
  ['fresh start waits', { freshStart: { at: daysAgo(-5) } }, 'WAIT', /takes effect on 30 November/],
  ['fresh start, not noticed yet', { freshStart: { at: null } }, 'WAIT', /after its notice has gone/],
  ['never invited', unregistered, 'RESEND_INVITE', /has not been invited yet/],
  [
    'invited',
    { ...unregistered, invite: { at: daysAgo(1), isLive: true, isYoung: true } },
    'RESEND_INVITE',
    /sent yesterday/,
  ],
  [
    'invite ran out',
    { ...unregistered, invite: { at: daysAgo(20), isLive: false, isYoung: false } },
    'RESEND_INVITE',
    /ended before/,
  ],
  [
    'invite bounced',
    { ...unregistered, emailState: 'BOUNCED' },
    'FIX_EMAIL',
    /maria@example\.com does not arrive/,
  ],
  ['bounces', { emailState: 'BOUNCED', ...failed }, 'FIX_EMAIL', /maria@example\.com comes back/],
  [
    'bounces, and a new address waits',
    { emailState: 'BOUNCED', proposedEmail: 'm@new.test' },
    'CALL_THE_CLIENT',
    /m@new\.test counts only once/,
  ],
  ['complained', { emailState: 'COMPLAINED' }, 'CALL_THE_CLIENT', /lifts it/],
  ['wants no links', { linkPolicy: 'NEVER' }, 'CALL_THE_CLIENT', /turned login links off/],
  ['wants no links, and must wait', { linkPolicy: 'NEVER', isThrottled: true }, 'WAIT', /15 minutes/],
  [
    'wants no links, and logged in yesterday',
    { linkPolicy: 'NEVER', lastLoginAt: daysAgo(1) },
    'NONE',
    /yesterday/,
  ],
  [
    'links ask for the password',
    { linkPolicy: 'PASSWORD_TOO', ...failed },
    'CALL_THE_CLIENT',
    /password as well/,
  ],
  ['link on its way', link('ON_ITS_WAY'), 'WAIT', /on its way/],
  ['link unused', link('LIVE'), 'CALL_THE_CLIENT', /spam folder/],
  ['link did not arrive', link('NOT_DELIVERED'), 'SEND_LOGIN_LINK', /did not arrive/],
  ['link ran out', link('RUN_OUT'), 'SEND_LOGIN_LINK', /no longer works/],
  ['link revoked', link('REVOKED'), 'SEND_LOGIN_LINK', /no longer works/],
  ['link older than the last login', link('RUN_OUT', 25), 'SEND_LOGIN_LINK', /Nothing here keeps/],
  ['must wait', { ...failed, isThrottled: true }, 'SEND_LOGIN_LINK', /lets them in at once/],
  [
    'asked the helper',
    { helperRequest: { at: daysAgo(1), asked: 'LINK' } },
    'SEND_LOGIN_LINK',
    /yesterday and has not come/,
  ],
  [
    'asked before the last login',
    { helperRequest: { at: daysAgo(21), asked: 'LINK' } },
    'SEND_LOGIN_LINK',
    /Nothing here/,
  ],
  ['wrong passwords', failed, 'SEND_LOGIN_LINK', /most likely forgotten/],
];

describe('the verdict', () => {
  it.each(cases)('%s', (_title, facts, action, words) => {
    const judgement = judgeLoginHelp({ ...fine, ...facts }, calendar);
    expect(judgement.action).toBe(action);
    expect(judgement.verdict).toMatch(words);
  });

  it.each(cases)('%s: names no time of day, no pronoun left over, no empty name', (_title, facts) => {
    const all = { ...fine, ...facts };
    const told = [
      judgeLoginHelp(all, calendar).verdict,
      ...checkEach(all, calendar).map(({ detail }) => detail),
    ];
    for (const words of told) {
      expect(words).not.toMatch(/\d\d:\d\d|undefined|null| {2}/);
      expect(words).toMatch(/^[\p{Lu}\p{N}“m].*[.]$/u);
    }
  });
});

describe('the calendar', () => {
  it('has the days of the coach, also when the clocks change', () => {
    expect(startOfDay(new Date('2026-11-25T22:59:00Z'), 'Europe/Madrid').toISOString()).toBe(
      '2026-11-24T23:00:00.000Z',
    );
    expect(startOfDay(new Date('2026-11-25T23:01:00Z'), 'Europe/Madrid').toISOString()).toBe(
      '2026-11-25T23:00:00.000Z',
    );
    expect(startOfDay(new Date('2026-10-25T12:00:00Z'), 'Europe/Madrid').toISOString()).toBe(
      '2026-10-24T22:00:00.000Z',
    );
    expect(calendar.day(new Date('2026-11-24T22:59:00Z'))).toBe('yesterday');
    expect(calendar.day(new Date('2025-11-24T12:00:00Z'))).toBe('on 24 November 2025');
    expect(calendar.daysAgo(daysAgo(-1))).toBe(-1);
  });
});
