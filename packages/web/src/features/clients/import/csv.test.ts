import { describe, expect, it } from 'vitest';
import { guessColumns, toRows } from './csv-columns';
import { csvText, readTable } from './csv-text';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const people = (bytes: Uint8Array): ReturnType<typeof toRows> => {
  const table = readTable(bytes);
  const { columns, hasHead } = guessColumns(table);
  return toRows(table, columns, hasHead);
};
const ana = { firstName: 'Ana', lastName: 'Ruíz', email: 'ana@client.test', timeZone: null };

describe('a file that is read', () => {
  it.each<[string, Uint8Array]>([
    ['commas', utf8('First name,Last name,Email address\r\nAna,Ruíz,ana@client.test\r\n')],
    [
      'semicolons and a byte order mark',
      utf8('\uFEFFNombre;Apellidos;Correo electrónico\nAna;Ruíz;ana@client.test'),
    ],
    ['tabs', utf8('E-mail\tNachname\tVorname\nana@client.test\tRuíz\tAna\n')],
    ['a hint of the delimiter', utf8('sep=;\r\nE-mail;Surname;Given name\r\nana@client.test;Ruíz;Ana')],
    ['quotes', utf8('"Email","Last name","First name"\r\n"ana@client.test","Ruíz","Ana"\r\n')],
    ['one column of names', utf8('Name,Email\nAna Ruíz,ana@client.test')],
    ['no heads', utf8('Ana,Ruíz,ana@client.test')],
    [
      'Windows letters',
      Uint8Array.from([...utf8('Email;Last name;First name\nana@client.test;Ru'), 0xed, ...utf8('z;Ana')]),
    ],
    [
      'sixteen bits',
      Uint8Array.from([
        0xff,
        0xfe,
        ...[...'Email,Last name,First name\nana@client.test,Ruíz,Ana'].flatMap((c) => [c.charCodeAt(0), 0]),
      ]),
    ],
  ])('is understood with %s', (_title, bytes) => {
    expect(people(bytes)).toEqual([{ ...ana, line: expect.any(Number) as number }]);
  });

  it('counts rows as spreadsheets do, over empty ones', () => {
    const rows = people(utf8('Email,First name\r\n\r\na@x.test,A\r\n,,\r\nb@x.test,B\r\n'));
    expect(rows.map(({ line }) => line)).toEqual([3, 5]);
  });

  it('names the place of a quotation mark that never closes', () => {
    expect(readTable(utf8('Email,Name\na@x.test,"A\nb@x.test,B\n')).brokenLine).toBe(2);
  });
});

describe('a file that is written', () => {
  it('holds no formula, and comes back as it was', () => {
    const cells = [
      '=1+1',
      '+49 170',
      '-2',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '=1\n+2',
      ' =1',
      '＝1',
      "O'Hara",
      'Ruíz, "Ana"',
    ];
    const text = csvText(cells.map((cell) => ({ 'First name': cell, 'Email address': 'a@x.test' })));
    expect(
      text.startsWith('\uFEFF"First name","Email address"') ||
        text.startsWith('\uFEFFFirst name,Email address'),
    ).toBe(true);
    for (const line of text.split('\r\n')) expect(line).not.toMatch(/^"?\s*[=+\-@＝]/u);
    const back = readTable(utf8(text)).rows.slice(1);
    expect(back.map(({ cells: [name] }) => name)).toEqual(cells.map((cell) => cell.trim()));
  });
});
