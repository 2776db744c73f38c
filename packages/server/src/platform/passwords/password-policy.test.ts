import { describe, expect, it } from 'vitest';
import { passwordFaults } from './password-policy.ts';

const length = { min: 12, max: 256 };
const faultsOf = (password: string) => passwordFaults(password, length, ['Christopher', 'Longbottom']);

describe('estimating a password', () => {
  it('keeps nobody waiting: the longest ones take a second, and the loop goes on meanwhile', async () => {
    const hard = Array.from({ length: 64 }, (_, i) => 'k7#q!z0$x@w3&v%y'[(i * 7) % 16]).join('');
    await faultsOf('a first one, so that the thread runs');
    let longest = 0;
    let last = performance.now();
    let isDone = false;
    const watch = (async () => {
      while (!isDone) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      }
    })();
    const start = performance.now();
    await Promise.all(Array.from({ length: 2 }, () => faultsOf(hard)));
    const took = performance.now() - start;
    isDone = true;
    await watch;
    expect(longest).toBeLessThan(took / 2);
  }, 60_000);

  it('answers each question with its own answer', async () => {
    const [weak, strong, personal] = await Promise.all([
      faultsOf('passwordpassword'),
      faultsOf('paper boats at noon'),
      faultsOf('christopherlongbottom'),
    ]);
    expect(weak[0]).toBe('This password would be guessed too soon.');
    expect(strong).toEqual([]);
    expect(personal).not.toEqual([]);
  });

  it.each(['contraseña1234', 'mariposa2024', 'micontraseña', 'Barcelona2024'])(
    'knows the words of Spanish too: %s',
    async (password) => {
      expect((await faultsOf(password))[0]).toBe('This password would be guessed too soon.');
    },
  );

  it('takes four Spanish words', async () => {
    expect(await faultsOf('barcos papel mediodía jirafa')).toEqual([]);
  });
});
