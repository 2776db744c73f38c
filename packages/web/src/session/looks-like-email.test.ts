import { expect, test } from 'vitest';
import { looksLikeEmail } from './looks-like-email';

test('C006 whoever types an address into a username box is told where it belongs', () => {
  expect(looksLikeEmail('maria@example.com')).toBe(true);
  expect(looksLikeEmail(' maria@ ')).toBe(true);
});

test('a username without an address in it gets no hint', () => {
  expect(looksLikeEmail('')).toBe(false);
  expect(looksLikeEmail('blue.heron')).toBe(false);
  expect(looksLikeEmail('@maria')).toBe(false);
});
