import assert from 'node:assert/strict';
import { it } from 'node:test';
import { spanWords } from './span-words.ts';

it('a span is told in the largest unit that it is whole in, a single day as its hours', () => {
  const told = [3 * 86_400, 86_400, 36 * 3_600, 3_600, 90 * 60].map((seconds) => spanWords(seconds, 'en'));
  assert.deepEqual(told, ['3 days', '24 hours', '36 hours', '1 hour', '90 minutes']);
  assert.equal(spanWords(3 * 86_400, 'es'), '3 días');
});
