import { describe, expect, it } from 'vitest';
import { letterSamples } from './read-file';
import { readLetters, type Encoding } from './letters';

/** In one byte each, as a program of that system saves it. */
function inBytes(text: string, encoding: Encoding): Uint8Array {
  const signs = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, n) => n));
  return Uint8Array.from([...text].map((sign) => (sign < '\x80' ? sign.charCodeAt(0) : signs.indexOf(sign))));
}

const people = [
  ['María;García', 'José;Núñez', 'Zoë;Müller', 'Jürgen;Weiß'],
  ['Þóra;Jónsdóttir', 'Åsa;Öberg', 'Élodie;Lefèvre'],
  ['MARÍA;MUÑOZ', 'ÉLODIE;FRANÇOIS'],
  ['Mª José;Ibáñez', 'Siobhán;O’Brien', 'Chloé;d’Arcy', '“Pep”;Solà'],
];

describe('the letters of a file', () => {
  it.each(people.map((rows) => [rows]))(
    'C159 %j are right as Excel saves them on a Mac and on Windows',
    (rows) => {
      const heads = 'Name;Last name\r';
      for (const encoding of ['macintosh', 'windows-1252'] as const) {
        if (encoding === 'macintosh' && rows.join('').includes('Þ')) continue;
        const text = heads + rows.join('\r');
        expect(readLetters(inBytes(text, encoding))).toEqual({ text, encoding, isSure: true });
      }
    },
  );

  it.each([
    ['Bj\x9arn', 'Björn and Bjšrn'],
    ['D\x92az', 'Díaz and D’az'],
    ['Jes\x9cs', 'Jesús and Jesœs'],
    ['\xcf\xf0\xe8\xe2\xe5\xf2', 'neither: Привет'],
    ['Ma\xb3gorzata', 'neither: Małgorzata'],
  ])('C159 %j is asked about: it may be %s', (text) => {
    const bytes = Uint8Array.from([...`Name;Email\r${text};a@client.test`].map((sign) => sign.charCodeAt(0)));
    expect(readLetters(bytes).isSure).toBe(false);
    expect(readLetters(bytes, 'windows-1251')).toMatchObject({ encoding: 'windows-1251', isSure: true });
  });

  it('C159 a question comes with samples of the cells in question, in each way to read them', () => {
    const bytes = inBytes('Name;Email\rBjörn;b@client.test\rAnn;a@client.test', 'macintosh');
    expect(letterSamples(bytes, 'macintosh')).toEqual(['Björn']);
    expect(letterSamples(bytes, 'windows-1252')).toEqual(['Bjšrn']);
  });

  it('C158 of Unicode are told by the file itself, in eight and in sixteen bits, with a mark and without', () => {
    const text = 'Name,Email\nJosé Núñez,a@client.test';
    const wide = (isLittle: boolean, mark: boolean): Uint8Array => {
      const units = [...(mark ? '\uFEFF' : ''), ...text].map((sign) => sign.charCodeAt(0));
      return Uint8Array.from(
        units.flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
      );
    };
    const files = [wide(true, true), wide(false, true), wide(true, false), wide(false, false)];
    for (const bytes of [new TextEncoder().encode(text), new TextEncoder().encode(`\uFEFF${text}`), ...files])
      expect(readLetters(bytes)).toEqual({ text, encoding: undefined, isSure: true });
  });
});
