import { DAY_MS, HOUR_MS, MINUTE_MS } from './platform/clock.ts';
import { defaultSettings, type Settings } from './settings.ts';

const UNITS: Record<string, number> = { m: MINUTE_MS, h: HOUR_MS, d: DAY_MS };
// Below the first a session would end between two looks at it; beyond the second browsers drop the cookie.
const SESSION_SPANS = { least: '15m', most: '400d' };

export type Text = (name: string, fallback?: string) => string;

/** How long a login lasts: SESSION_IDLE_ since its last use, SESSION_MAX_ at all; each for clients and for coaches. */
export function readSessionLimits(text: Text, faults: string[]): Settings['sessions'] {
  const read = (role: keyof Settings['sessions']) => {
    const fallback = defaultSettings.sessions[role];
    const idleMs = readSpan(
      text,
      `SESSION_IDLE_${role}`,
      { fallback: fallback.idleMs, ...SESSION_SPANS },
      faults,
    );
    const absoluteMs = readSpan(
      text,
      `SESSION_MAX_${role}`,
      { fallback: fallback.absoluteMs, ...SESSION_SPANS },
      faults,
    );
    if (idleMs > absoluteMs)
      faults.push(
        `SESSION_IDLE_${role} is longer than SESSION_MAX_${role}. No login outlives SESSION_MAX_${role}: make it the longer one.`,
      );
    return { idleMs, absoluteMs };
  };
  return { CLIENT: read('CLIENT'), COACH: read('COACH') };
}

interface Span {
  fallback: number;
  /** As they are written: 15m. */
  least: string;
  most: string;
}

/** A time of the environment, in milliseconds. */
export function readSpan(text: Text, name: string, span: Span, faults: string[]): number {
  const typed = text(name);
  if (!typed) return span.fallback;
  const ms = inMs(typed);
  if (ms >= inMs(span.least) && ms <= inMs(span.most)) return ms;
  faults.push(
    `${name} is "${typed}". Give minutes, hours or days, from ${span.least} to ${span.most}: 90m, 12h or 14d.`,
  );
  return span.fallback;
}

function inMs(typed: string): number {
  const [, amount, unit] = /^(\d+)([mhd])$/.exec(typed) ?? [];
  return Number(amount) * (UNITS[unit ?? ''] ?? NaN);
}
