import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../platform/clock.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** What a variable of the environment says; the fallback where it says nothing. */
export type Text = (name: string, fallback?: string) => string;

/** What stands between commas. */
export const listOf = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** The settings of the product as this environment has them. */
export function readSettings(text: Text, production: boolean, faults: string[]): Settings {
  const source = { text, faults };
  return {
    ...defaultSettings,
    sessions: { CLIENT: readSession(source, 'CLIENT'), COACH: readSession(source, 'COACH') },
    loginLinkLifeMs: readLinkLives(source),
    loginCodeLifeMs: readSpan(source, 'CODE_LIFE', defaultSettings.loginCodeLifeMs, ['5m', '30m']),
    confirmEmailLifeMs: readSpan(source, 'LINK_LIFE_CONFIRM', defaultSettings.confirmEmailLifeMs, [
      '1h',
      '7d',
    ]),
    noAccountLetters: text('NO_ACCOUNT_LETTERS', '1') !== '0',
    limits: readLimits(source),
    // Outside production nobody could learn anything from when a letter comes.
    letterSpreadMs: production ? defaultSettings.letterSpreadMs : 0,
  };
}

interface Source {
  text: Text;
  /** What can't be used is told here, with its cure. */
  faults: string[];
}

// Below the first a session would end between two looks at it; beyond the second browsers drop the cookie.
const SESSION_SPAN: Span = ['15m', '400d'];

/** How long a login lasts: SESSION_IDLE_ since its last use, SESSION_MAX_ at all. */
function readSession(source: Source, role: keyof Settings['sessions']) {
  const fallback = defaultSettings.sessions[role];
  const idleMs = readSpan(source, `SESSION_IDLE_${role}`, fallback.idleMs, SESSION_SPAN);
  const absoluteMs = readSpan(source, `SESSION_MAX_${role}`, fallback.absoluteMs, SESSION_SPAN);
  if (idleMs > absoluteMs)
    source.faults.push(
      `SESSION_IDLE_${role} is longer than SESSION_MAX_${role}. No login outlives SESSION_MAX_${role}: make it the longer one.`,
    );
  return { idleMs, absoluteMs };
}

function readLinkLives(source: Source): Settings['loginLinkLifeMs'] {
  const { helper, admin, message, invite } = defaultSettings.loginLinkLifeMs;
  return {
    helper: readSpan(source, 'LINK_LIFE_HELPER', helper, ['10m', '1d']),
    admin: readSpan(source, 'LINK_LIFE_ADMIN', admin, ['10m', '7d']),
    message: readSpan(source, 'LINK_LIFE_MESSAGE', message, ['1h', '30d']),
    invite: readSpan(source, 'LINK_LIFE_INVITE', invite, ['1d', '90d']),
  };
}

/** How much mail one coach may cause, and how many letters of the system's own somebody who knows only a name may. */
function readLimits(source: Source): Settings['limits'] {
  const { limits } = defaultSettings;
  const limit = <Name extends keyof Settings['limits']>(variable: string, name: Name) => ({
    ...limits[name],
    points: readCount(source, variable, limits[name].points),
  });
  const lettersEveryMs = limits.letters.seconds * SECOND_MS;
  return {
    ...limits,
    messagesPerCoach: limit('SENDS_PER_HOUR', 'messagesPerCoach'),
    recipientsPerCoach: limit('RECIPIENTS_PER_HOUR', 'recipientsPerCoach'),
    mailsPerReader: limit('MAILS_PER_READER_AND_HOUR', 'mailsPerReader'),
    invitesPerCoach: limit('INVITES_PER_HOUR', 'invitesPerCoach'),
    letters: {
      ...limit('LETTERS_AT_ONCE', 'letters'),
      // Nobody waits longer than an hour for a way in.
      seconds: readSpan(source, 'LETTERS_EVERY', lettersEveryMs, ['5m', '1h']) / SECOND_MS,
    },
    noAccountPerSource: limit('NO_ACCOUNT_PER_SOURCE', 'noAccountPerSource'),
    noAccountOverall: limit('NO_ACCOUNT_OVERALL', 'noAccountOverall'),
  };
}

const MOST = 1_000_000;

function readCount({ text, faults }: Source, name: string, fallback: number): number {
  const typed = text(name, String(fallback));
  const count = /^\d{1,7}$/.test(typed) ? Number(typed) : 0;
  if (count >= 1 && count <= MOST) return count;
  faults.push(`${name} is "${typed}". Give a whole number from 1 to ${MOST}.`);
  return fallback;
}

/** The shortest and the longest, as they are written: 15m. */
type Span = readonly [least: string, most: string];

/** A time of the environment, in milliseconds. */
function readSpan({ text, faults }: Source, name: string, fallbackMs: number, [least, most]: Span): number {
  const typed = text(name);
  if (!typed) return fallbackMs;
  const ms = inMs(typed);
  if (ms >= inMs(least) && ms <= inMs(most)) return ms;
  faults.push(
    `${name} is "${typed}". Give minutes, hours or days, from ${least} to ${most}: 90m, 12h or 14d.`,
  );
  return fallbackMs;
}

const UNITS: Record<string, number> = { m: MINUTE_MS, h: HOUR_MS, d: DAY_MS };

function inMs(typed: string): number {
  const [, amount, unit] = /^(\d+)([mhd])$/.exec(typed) ?? [];
  return Number(amount) * (UNITS[unit ?? ''] ?? NaN);
}
