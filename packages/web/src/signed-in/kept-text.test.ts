// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { forgetAllTexts, keepText, keptTexts } from './kept-text';

test('P006 what an answer brings after the logout is kept no more, and others keep theirs', () => {
  keepText('maria', 'draft', 'Hello');
  forgetAllTexts('maria');
  keepText('maria', 'draft', 'late');
  keepText('dana', 'draft', 'Hi');
  expect(keptTexts('maria')).toEqual([]);
  expect(keptTexts('dana')).toEqual([{ name: 'draft', text: 'Hi' }]);
});
