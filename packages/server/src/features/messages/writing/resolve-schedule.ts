import { Temporal } from 'temporal-polyfill';
import { say } from '../../../platform/language/say.ts';

export interface ScheduledInstant {
  kind: 'SCHEDULED';
  at: Date;
  /** The wall-clock time it will be, in the schedule's zone: 2027-03-28T03:30 */
  localTime: string;
  /** The zone's own name, as the time zone data spells it. */
  timeZone: string;
  /** What the clocks do over the time asked for: skip it, show it twice, or, as nearly always, neither. */
  clockChange: 'SKIPPED' | 'REPEATED' | null;
}

export interface ScheduleFault {
  kind: 'FAULT';
  field: 'localTime' | 'timeZone';
  message: string;
}

// No seconds needed, no offset allowed: the zone alone says when this is.
const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?$/;
// An offset is no zone: it knows nothing of daylight saving. The tz database's own names begin with a letter.
const ZONE = /^[a-z][\w+/-]{1,63}$/i;

/**
 * The moment when clocks in this zone show this time. A time that they skip is moved by as much as they skip; of a time
 * that they show twice, the first is meant.
 */
export function resolveSchedule(schedule: {
  localTime: string;
  timeZone: string;
}): ScheduledInstant | ScheduleFault {
  const wanted = readLocalTime(schedule.localTime.trim());
  if (!wanted) return fault('localTime', say().messages.writeDayAndTimeLike);
  const zone = schedule.timeZone.trim();
  try {
    if (!ZONE.test(zone)) throw new RangeError(zone);
    // "compatible": past a gap, and the first of two.
    const resolved = wanted.toZonedDateTime(zone, { disambiguation: 'compatible' });
    return {
      kind: 'SCHEDULED',
      at: new Date(resolved.epochMilliseconds),
      localTime: resolved.toPlainDateTime().toString({ smallestUnit: 'minute' }),
      timeZone: resolved.timeZoneId,
      clockChange: clockChangeAt(wanted, resolved),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return fault('timeZone', say().messages.chooseATimeZoneByItsName);
  }
}

function clockChangeAt(
  wanted: Temporal.PlainDateTime,
  resolved: Temporal.ZonedDateTime,
): ScheduledInstant['clockChange'] {
  if (!resolved.toPlainDateTime().equals(wanted)) return 'SKIPPED';
  const second = wanted.toZonedDateTime(resolved.timeZoneId, { disambiguation: 'later' });
  return second.equals(resolved) ? null : 'REPEATED';
}

function readLocalTime(typed: string): Temporal.PlainDateTime | null {
  if (!LOCAL_TIME.test(typed)) return null;
  try {
    return Temporal.PlainDateTime.from(typed.replace(' ', 'T'), { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const fault = (field: ScheduleFault['field'], message: string): ScheduleFault => ({
  kind: 'FAULT',
  field,
  message,
});
