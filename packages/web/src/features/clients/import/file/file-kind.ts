/** What a file is by its first bytes, whatever its name says. */
export type FileKind =
  'TEXT' | 'XLSX' | 'XLS' | 'XLSB' | 'LOCKED' | 'NUMBERS' | 'ODS' | 'PDF' | 'CARDS' | 'PAGE' | 'OTHER';

/** The files inside of a zip archive that tell what it is. Its directory, at the end, has their names as they are. */
const inside: [name: string, kind: FileKind][] = [
  ['xl/workbook.bin', 'XLSB'],
  ['xl/workbook', 'XLSX'],
  ['Index/Document.iwa', 'NUMBERS'],
  ['Index.zip', 'NUMBERS'],
  ['opendocument.spreadsheet', 'ODS'],
];

const starts: [pattern: RegExp, kind: FileKind][] = [
  [/^%PDF/, 'PDF'],
  [/^\s*begin:vcard/i, 'CARDS'],
  [/^\s*(<!doctype html|<html|<table|<\?xml)/i, 'PAGE'],
];

export function fileKind(bytes: Uint8Array): FileKind {
  const latin = (part: Uint8Array): string => new TextDecoder('latin1').decode(part);
  const start = latin(bytes.subarray(0, 256)).replace(/^ï»¿/, '');
  if (start.startsWith('PK')) {
    const names = latin(bytes);
    return inside.find(([name]) => names.includes(name))?.[1] ?? 'OTHER';
  }
  // Microsoft's older container: a workbook of Excel 97 to 2003, or a newer one behind a password.
  if (start.startsWith('ÐÏ\u0011à'))
    return latin(bytes).replaceAll('\0', '').includes('EncryptedPackage') ? 'LOCKED' : 'XLS';
  const kind = starts.find(([pattern]) => pattern.test(start))?.[1];
  return kind ?? (isText(bytes) ? 'TEXT' : 'OTHER');
}

/** Zeros are in text of sixteen bits alone, and there in every other place at the most. */
function isText(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 4096);
  const zeros = start.filter((byte) => byte === 0);
  const controls = start.filter(
    (byte) => byte > 0 && byte < 32 && ![9, 10, 11, 12, 13, 26, 27].includes(byte),
  );
  const isWide = zeros.length > 0 && !hasTwoZeros(start) && zeros.length > start.length / 8;
  return controls.length === 0 && (zeros.length === 0 || isWide);
}

function hasTwoZeros(bytes: Uint8Array): boolean {
  return bytes.some((byte, n) => byte === 0 && bytes[n + 1] === 0);
}
