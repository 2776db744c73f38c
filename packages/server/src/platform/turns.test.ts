import { expect, it } from 'vitest';
import { currentLanguage, speaking } from './language/say.ts';
import { inTurn, inTurns } from './turns.ts';

/** How often everybody else had a turn until now. */
function countTurns(): { count: number; stop: () => void } {
  const turns = { count: 0, stop: () => clearImmediate(next) };
  let next = setImmediate(function go() {
    turns.count += 1;
    next = setImmediate(go);
  });
  return turns;
}

it('C123 of many pieces asked for at once one runs at a time, and before each everybody else has a turn', async () => {
  const turns = countTurns();
  const seen: number[] = [];
  const made = await Promise.all(
    Array.from({ length: 30 }, (_, at) =>
      inTurn(() => {
        seen.push(turns.count);
        return at;
      }),
    ),
  );
  turns.stop();
  expect(made).toEqual(Array.from({ length: 30 }, (_, at) => at));
  expect(new Set(seen).size).toBe(30);
});

it('C123 of many small pieces each is done in its order, and others have a turn before they have waited for long', async () => {
  const turns = countTurns();
  const seen: number[] = [];
  const made = await inTurns([1, 2, 3, 4], (piece) => {
    const until = performance.now() + 6;
    while (performance.now() < until);
    seen.push(turns.count);
    return piece * 2;
  });
  turns.stop();
  expect(made).toEqual([2, 4, 6, 8]);
  expect(new Set(seen).size).toBe(4);
});

it('C123 one that fails fails for itself, and the next one runs', async () => {
  const failing = inTurn(() => {
    throw new Error('broken');
  });
  const next = inTurn(() => 'whole');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('whole');
});

it('speaks the language of whoever asked', async () => {
  const [spanish, english] = await Promise.all([
    speaking('es', () => inTurn(() => currentLanguage())),
    inTurn(() => currentLanguage()),
  ]);
  expect([spanish, english]).toEqual(['es', 'en']);
});
