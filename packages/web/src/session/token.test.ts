import { describe, expect, test } from 'vitest';
import { tokenFromFragment, tokenFromPaste } from './token';

const token = 'Zk3-qX_0aB9cD8eF7gH6iQ';

describe('C083 the link still opens with punctuation stuck to its end', () => {
  test.each(['.', ',', ')', ']', '>', '"', "'", '%3E', '.”', '>)', ' and then text'])('with %s', (end) => {
    expect(tokenFromFragment(`#${token}${end}`)).toBe(token);
  });

  test('with a sign that a token could hold', () => {
    expect(tokenFromFragment(`#${token}_`)).toBe(token);
    expect(tokenFromFragment(`#${token}--`)).toBe(token);
  });
});

describe('C047 a link without its whole token counts as incomplete', () => {
  test.each(['', '#', `#${token.slice(0, 21)}`, `#${token.slice(0, 11)}`, `#.${token}`])('%s', (fragment) => {
    expect(tokenFromFragment(fragment)).toBeUndefined();
  });
});

describe('C047 the whole link can be pasted instead', () => {
  test.each([
    `https://app.example.com/login/link#${token}`,
    `  <https://app.example.com/login/link#${token}>.  `,
    `https://app.example.com/welcome#${token}`,
    `https://app.example.com/account/email#${token}`,
    `https://app.example.com/stop#${token}`,
    `https://app.example.com/login/link#${token.slice(0, 9)}\r\n${token.slice(9)}`,
    `https://scanner.example.com/?url=https%3A%2F%2Fapp.example.com%2Flogin%2Flink%23${token}&data=x`,
    token,
  ])('%s', (pasted) => {
    expect(tokenFromPaste(pasted)).toBe(token);
  });

  test.each(['', 'hello', 'https://app.example.com/login/link', '%E0%A4%A/login/link', `x${token}`])(
    'but not %s',
    (pasted) => {
      expect(tokenFromPaste(pasted)).toBeUndefined();
    },
  );
});
