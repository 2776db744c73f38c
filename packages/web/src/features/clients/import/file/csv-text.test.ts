import { describe, expect, it } from 'vitest';
import { csvText, readTable } from './csv-text';

describe('a table in a text', () => {
  it.each([
    ['commas', 'Name,Email\nAna,ana@client.test'],
    ['semicolons', 'Name;Email\r\nAna;ana@client.test\r\n'],
    ['tabs', 'Name\tEmail\nAna\tana@client.test'],
    ['carriage returns alone', 'Name;Email\rAna;ana@client.test\r'],
    ['a hint of the delimiter', 'sep=;\r\nName;Email\r\nAna;ana@client.test'],
    ['a hint before carriage returns', 'sep=;\rName;Email\rAna;ana@client.test'],
    ['quotes', '"Name","Email"\r\n"Ana","ana@client.test"\r\n'],
  ])('is understood with %s', (_title, text) => {
    expect(readTable(text).rows.map(({ cells }) => cells)).toEqual([
      ['Name', 'Email'],
      ['Ana', 'ana@client.test'],
    ]);
  });

  it('counts rows as spreadsheets do, over empty ones', () => {
    const { rows } = readTable('Email,First name\r\n\r\na@x.test,A\r\n,,\r\nb@x.test,B\r\n');
    expect(rows.map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  it('names the place of a quotation mark that never closes', () => {
    expect(readTable('Email,Name\na@x.test,"A\nb@x.test,B\n').brokenLine).toBe(2);
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
    const back = readTable(text).rows.slice(1);
    expect(back.map(({ cells: [name] }) => name)).toEqual(cells.map((cell) => cell.trim()));
  });
});
