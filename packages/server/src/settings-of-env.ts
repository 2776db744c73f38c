import type { Env } from './env.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** The settings of a house that this environment describes. */
export function settingsOf({
  production,
  sessions,
  messageLimits,
  letters: { limits, ...letters },
}: Pick<Env, 'production' | 'sessions' | 'messageLimits' | 'letters'>): Settings {
  return {
    ...defaultSettings,
    // On a laptop nobody times anybody's letters.
    ...(production ? {} : { letterSpreadMs: 0 }),
    sessions,
    ...letters,
    limits: { ...defaultSettings.limits, ...limits, ...messageLimits },
  };
}
