import { expect, test } from 'vitest';
import { linksInText } from './links-in-text';

test('web addresses in a letter become links, and the rest stays as written', () => {
  const pieces = linksInText(
    'Log in:\nhttp://localhost:4000/login/link#abc-_1\n(or see https://example.com/help).',
  );
  expect(pieces.filter((piece) => piece.isLink).map((piece) => piece.text)).toEqual([
    'http://localhost:4000/login/link#abc-_1',
    'https://example.com/help',
  ]);
  expect(pieces.map((piece) => piece.text).join('')).toContain('(or see https://example.com/help).');
});

test('a letter without addresses is one piece', () => {
  expect(linksInText('Hello')).toEqual([{ text: 'Hello', isLink: false }]);
});
