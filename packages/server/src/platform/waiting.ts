import { HOUR_MS, MINUTE_MS } from './clock.ts';

/** How long something has waited, in the steps in which it is told. */
export const AGES = ['under_1m', '1m_to_10m', '10m_to_1h', 'over_1h'] as const;
export type Age = (typeof AGES)[number];

/** Where one step ends and the next begins. */
export const AGE_STEPS_MS = [MINUTE_MS, 10 * MINUTE_MS, HOUR_MS] as const;

/** What waits of one kind. */
export interface Waiting {
  byAge: Record<Age, number>;
  /** 0: nothing waits. */
  oldestSeconds: number;
}

export const countOf = ({ byAge }: Waiting): number => AGES.reduce((sum, age) => sum + byAge[age], 0);
