import { expect, test } from 'vitest';
import { replaceTag, suggestedTag } from './tag-cure';

test('the tag that the words suggest is the cure, and other words have none', () => {
  const message = '[fristName] is no magic tag. Did you mean [firstName]?';
  expect(suggestedTag({ kind: 'UNKNOWN_TAG', tag: 'fristName', message })).toBe('firstName');
  const none = '[foo] is no magic tag. Choose one from the list, or use round brackets.';
  expect(suggestedTag({ kind: 'UNKNOWN_TAG', tag: 'foo', message: none })).toBeUndefined();
  expect(suggestedTag({ kind: 'EMPTY_VALUE', tag: 'firstName', message })).toBeUndefined();
});

test('the cure renames the tag everywhere and leaves its fallback', () => {
  expect(replaceTag('[name|you] and [name], [names]', 'name', 'firstName')).toBe(
    '[firstName|you] and [firstName], [names]',
  );
});
