import { expect, test } from 'vitest';
import { proposedFallback, suggestedTag } from './problem-words';

const tags = [
  { name: 'firstName', takesFallback: true },
  { name: 'loginLink', takesFallback: false },
];

test.each([
  ['fristName', '[fristName] is no magic tag. Did you mean [firstName]?', 'firstName'],
  [
    'loginLink|x',
    '[loginLink|x] is no magic tag: it takes no words after a |. Write [loginLink].',
    'loginLink',
  ],
  ['foo', '[foo] is no magic tag. Choose one from the list, or use round brackets.', undefined],
  [
    'password',
    '[password] is no magic tag: nobody but the client may know it. [loginLink] lets your client in without it.',
    undefined,
  ],
])(
  'the tag that the words suggest in the place of [%s] is the cure, and other words have none',
  (wrong, message, right) => {
    expect(suggestedTag(message, wrong, tags)?.name).toBe(right);
  },
);

test('the words that are proposed for an empty value are the cure; where there are none, nothing stands there', () => {
  expect(proposedFallback('Bo has nothing to put for [firstName]. Write [firstName|there] for them.')).toBe(
    'there',
  );
  expect(proposedFallback('Bo has nothing to put for [lastName]. Write [lastName|…] for them.')).toBe('');
});
