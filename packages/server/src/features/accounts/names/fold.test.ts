import { describe, expect, it } from 'vitest';
import { fold, foldedName } from './fold.ts';

describe('C163 names are folded as people type them who lack the key', () => {
  it.each([
    ['Šilhavý', 'silhavy'],
    ['Álvaro  Núñez', 'alvaro nunez'],
    ['D’Arcy', 'darcy'],
    ["d'arcy", 'darcy'],
    ['Groß', 'gross'],
    ['GROẞ', 'gross'],
    ['Øyvind Łukasz', 'oyvind lukasz'],
    ['Anne-Marie', 'anne marie'],
    ['  İstanbul\u00a0Isparta\t', 'istanbul isparta'],
    ['Ｍａｒｉａ', 'maria'],
    ['Юлия Й', 'юлия и'],
    ['김민준', '김민준'],
    ['a\u200bb\0c', 'ab c'],
    ['\ud800', '�'],
    ['', ''],
  ])('C163 %s is %s', (typed, folded) => {
    expect(fold(typed)).toBe(folded);
  });

  it('C163 sorts by the last name, then the first', () => {
    expect(foldedName({ firstName: 'Ján', lastName: 'Šilhavý' })).toBe('silhavy jan');
    expect(foldedName({ firstName: 'Leo', lastName: '' })).toBe('leo');
  });
});
