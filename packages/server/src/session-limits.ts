import { DAY_MS, HOUR_MS, MINUTE_MS } from './platform/clock.ts';
import { defaultSettings, type Settings } from './settings.ts';

const UNITS: Record<string, number> = { m: MINUTE_MS, h: HOUR_MS, d: DAY_MS };
// Below the first a session would end between two looks at it; beyond the second browsers drop the cookie.
const LEAST_MS = 15 * MINUTE_MS;
const MOST_MS = 400 * DAY_MS;

type Text = (name: string, fallback?: string) => string;

/** How long a login lasts: SESSION_IDLE_ since its last use, SESSION_MAX_ at all; each for clients and for coaches. */
export function readSessionLimits(text: Text, faults: string[]): Settings['sessions'] {
  const read = (role: keyof Settings['sessions']) => {
    const fallback = defaultSettings.sessions[role];
    const idleMs = readSpan(text, `SESSION_IDLE_${role}`, fallback.idleMs, faults);
    const absoluteMs = readSpan(text, `SESSION_MAX_${role}`, fallback.absoluteMs, faults);
    if (idleMs > absoluteMs)
      faults.push(
        `SESSION_IDLE_${role} is longer than SESSION_MAX_${role}. No login outlives SESSION_MAX_${role}: make it the longer one.`,
      );
    return { idleMs, absoluteMs };
  };
  return { CLIENT: read('CLIENT'), COACH: read('COACH') };
}

function readSpan(text: Text, name: string, fallback: number, faults: string[]): number {
  const typed = text(name);
  if (!typed) return fallback;
  const [, amount, unit] = /^(\d+)([mhd])$/.exec(typed) ?? [];
  const span = Number(amount) * (UNITS[unit ?? ''] ?? NaN);
  if (span >= LEAST_MS && span <= MOST_MS) return span;
  faults.push(`${name} is "${typed}". Give minutes, hours or days, from 15m to 400d: 90m, 12h or 14d.`);
  return fallback;
}
