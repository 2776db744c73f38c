import { setTimeout } from 'node:timers/promises';

/**
 * Asks something that may hang, and waits for a short while: null where no answer came by then, or a fault. One question
 * at a time: those who look again and again would otherwise take the whole pool of a database that hangs.
 */
export function askBriefly<Answer>(
  ask: () => Promise<Answer>,
  patienceMs: number,
): () => Promise<Answer | null> {
  let asking: Promise<Answer | null> | null = null;
  const askOnce = async () => {
    try {
      return await ask();
    } catch {
      return null;
    } finally {
      asking = null;
    }
  };
  return async () => {
    const ending = new AbortController();
    const silence = setTimeout(patienceMs, null, { signal: ending.signal }).catch(() => null);
    return Promise.race([(asking ??= askOnce()), silence]).finally(() => ending.abort());
  };
}
