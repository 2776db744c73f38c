import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fileKind } from './file-kind';
import { readWorkbook } from './workbook';

const sheet = (rows: string): string =>
  `<?xml version="1.0"?><worksheet><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData></worksheet>`;
const people = sheet(`
  <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>E-mail</t></is></c></row>
  <row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4"><v>7</v></c><c r="C4" t="str"><f>A1</f><v>ana@x.test</v></c></row>
  <row r="5"><c r="A5" t="e"><v>#N/A</v></c></row>`);

function workbook(sheets: Record<string, string>, states: Record<string, string> = {}): Uint8Array {
  const names = Object.keys(sheets);
  const list = names
    .map((name, n) => `<sheet name="${name}" ${states[name] ?? ''} r:id="rId${n}"/>`)
    .join('');
  const links = names
    .map((_, n) => `<Relationship Id="rId${n}" Target="worksheets/sheet${n}.xml"/>`)
    .join('');
  const strings =
    '<sst><si><t>Name</t></si><si><r><t>Ana </t></r><r><t>Ru&#237;z</t></r><rPh><t>no</t></rPh></si></sst>';
  const files = {
    'xl/workbook.xml': `<x:workbook xmlns:x="m"><sheets>${list}</sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links}</Relationships>`,
    'xl/sharedStrings.xml': strings,
    ...Object.fromEntries(names.map((name, n) => [`xl/worksheets/sheet${n}.xml`, sheets[name] ?? ''])),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** Its directory, read before anything is unpacked, says this of the sheets. */
function claiming(bytes: Uint8Array, size: number): Uint8Array {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at++) {
    const name = new TextDecoder('latin1').decode(bytes.subarray(at + 46, at + 61));
    if (view.getUint32(at, true) === 0x02014b50 && name === 'xl/worksheets/s')
      view.setUint32(at + 24, size, true);
  }
  return bytes;
}

describe('a workbook', () => {
  it('C162 is read: the first sheet that can be seen and has rows, each with its number', () => {
    const bytes = workbook({ Old: people, Empty: sheet(''), November: people }, { Old: 'state="hidden"' });
    expect(fileKind(bytes)).toBe('XLSX');
    expect(readWorkbook(bytes)).toEqual({
      sheet: 'November',
      otherSheets: 1,
      rows: [
        { line: 1, cells: ['Name', '', 'E-mail'] },
        { line: 4, cells: ['Ana Ruíz', '7', 'ana@x.test'] },
      ],
    });
  });

  it('C162 that unpacks to more than 50 MB is refused before it is', () => {
    expect(readWorkbook(claiming(workbook({ Bomb: people }), 50_000_000))).toEqual({ problem: 'TOO_LARGE' });
    expect(readWorkbook(claiming(workbook({ Large: people }), 49_000_000))).not.toEqual({
      problem: 'TOO_LARGE',
    });
  });

  it('C162 whose directory lies about its size gets no more room than it claims', () => {
    const long = sheet(`<row r="1"><c r="A1" t="str"><v>${'a'.repeat(100_000)}</v></c></row>`);
    expect(readWorkbook(workbook({ Long: long }))).toMatchObject({ rows: [{ line: 1 }] });
    expect(readWorkbook(claiming(workbook({ Long: long }), 1_000))).toEqual({ problem: 'UNREADABLE' });
  });

  it('C162 with a row and a column at the far end of the sheet takes no room for what lies between', () => {
    const bytes = workbook({
      Far: sheet('<row r="1048576"><c r="A1048576" t="str"><v>a</v></c><c r="XFD1048576"><v>1</v></c></row>'),
    });
    expect(readWorkbook(bytes)).toMatchObject({ rows: [{ line: 1_048_576, cells: ['a'] }] });
  });

  it('C162 that is broken is said to be', () => {
    expect(readWorkbook(workbook({ A: people }).subarray(0, 400))).toEqual({ problem: 'UNREADABLE' });
    expect(readWorkbook(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }))).toEqual({
      problem: 'UNREADABLE',
    });
  });
});

describe('a file that is no table', () => {
  const latin = (text: string): Uint8Array => Uint8Array.from([...text].map((sign) => sign.charCodeAt(0)));
  const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0';
  it.each([
    ['XLS', latin(`${ole}W\0o\0r\0k\0b\0o\0o\0k\0`)],
    ['LOCKED', latin(`${ole}${[...'EncryptedPackage'].join('\0')}\0`)],
    ['NUMBERS', zipSync({ 'Index/Document.iwa': strToU8('x') })],
    ['ODS', zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }] })],
    ['XLSB', zipSync({ 'xl/workbook.bin': strToU8('x') })],
    ['OTHER', zipSync({ 'word/document.xml': strToU8('x') })],
    ['PDF', latin('%PDF-1.7')],
    ['CARDS', latin('BEGIN:VCARD\r\nVERSION:3.0')],
    ['PAGE', latin('<html><table>')],
    ['OTHER', latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
    ['TEXT', latin('Name,Email\r\nAna,a@x.test')],
    ['TEXT', latin('N\0a\0m\0e\0,\0E\0m\0a\0i\0l\0')],
    ['TEXT', latin('Name;Email\rMar\x92a;a@x.test')],
  ] as const)('C162 is named for what it is: %s', (kind, bytes) => {
    expect(fileKind(bytes)).toBe(kind);
  });
});
