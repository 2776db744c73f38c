import { unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import type { TableRow } from './csv-text';

/** A workbook of 5 MB may claim to hold a thousand times as much. */
const mostUnpacked = 50_000_000;
/** One more than anybody may import, with room for what stands above the heads: the rest need not be read. */
const mostRows = 1_100;
const mostColumns = 200;

export type Workbook =
  | { rows: TableRow[]; sheet: string; otherSheets: number; problem?: undefined }
  | { problem: 'TOO_LARGE' | 'UNREADABLE' };

/** The rows of the first sheet that can be seen and has any. */
export function readWorkbook(bytes: Uint8Array): Workbook {
  try {
    return readSheets(unpack(bytes));
  } catch (error) {
    return { problem: error instanceof TooLargeError ? 'TOO_LARGE' : 'UNREADABLE' };
  }
}

class TooLargeError extends Error {}

type Files = (path: string) => string;

/** Counted before anything is unpacked; fflate takes no more room for a file than the archive's directory says. */
function unpack(bytes: Uint8Array): Files {
  let unpacked = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/^xl\/(?!theme|drawings|charts|pivot|styles).*\.(xml|rels)$/i.test(name)) return false;
      unpacked += originalSize;
      if (unpacked > mostUnpacked) throw new TooLargeError();
      return true;
    },
  });
  const byName = new Map(Object.entries(files).map(([name, content]) => [name.toLowerCase(), content]));
  return (path) => new TextDecoder().decode(byName.get(path.toLowerCase()));
}

function readSheets(files: Files): Workbook {
  const sheets = sheetsOf(files);
  const strings = stringsOf(files('xl/sharedStrings.xml'));
  for (const { name, path } of sheets) {
    const rows = rowsOf(files(path), strings);
    if (rows.length > 0) return { rows, sheet: name, otherSheets: sheets.length - 1 };
  }
  if (sheets.length === 0) return { problem: 'UNREADABLE' };
  return { rows: [], sheet: sheets[0]?.name ?? '', otherSheets: sheets.length - 1 };
}

function sheetsOf(files: Files): { name: string; path: string }[] {
  const paths = new Map<string, string>();
  walk(files('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') paths.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: { name: string; path: string }[] = [];
  walk(files('xl/workbook.xml'), {
    open: (name, { name: title = '', state = 'visible', ...others }) => {
      const path = paths.get(Object.entries(others).find(([key]) => key.endsWith(':id'))?.[1] ?? '');
      if (name === 'sheet' && state === 'visible' && path) sheets.push({ name: title, path });
    },
  });
  return sheets;
}

/** Texts that stand in several cells are kept once. Readings of Japanese names beside them (rPh) are no part of them. */
function stringsOf(xml: string): string[] {
  const strings: string[] = [];
  let isReading = false;
  let isText = false;
  walk(xml, {
    open: (name) => {
      if (name === 'si') strings.push('');
      if (name === 'rPh') isReading = true;
      isText = name === 't' && !isReading;
    },
    text: (text) => {
      if (isText) strings.push((strings.pop() ?? '') + text);
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') isReading = false;
    },
  });
  return strings;
}

function rowsOf(xml: string, strings: string[]): TableRow[] {
  const rows: TableRow[] = [];
  let [type, column, value] = ['', 0, ''];
  let isValue = false;
  walk(xml, {
    open: (name, attributes) => {
      const row = rows.at(-1);
      if (name === 'row') rows.push({ line: Number(attributes['r']) || (row?.line ?? 0) + 1, cells: [] });
      if (name === 'c') {
        [type, value] = [attributes['t'] ?? 'n', ''];
        column = columnOf(attributes['r']) ?? row?.cells.length ?? 0;
      }
      isValue = name === 'v' || name === 't';
    },
    text: (text) => {
      if (isValue) value += text;
    },
    close: (name) => {
      isValue = false;
      const row = rows.at(-1);
      if (name !== 'c' || !row || column >= mostColumns) return;
      while (row.cells.length < column) row.cells.push('');
      row.cells[column] = (type === 's' ? (strings[Number(value)] ?? '') : type === 'e' ? '' : value).trim();
    },
    isEnough: () => rows.length > mostRows,
  });
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** From 0, of a place such as AB12. */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(place ?? '')?.[0];
  return letters === undefined
    ? undefined
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

type Walk = {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
  isEnough?: () => boolean;
};

/** Elements by their names without a prefix: some programs write `x:row` for `row`. */
function walk(xml: string, { open, text, close, isEnough }: Walk): void {
  if (xml !== '' && !xml.trimEnd().endsWith('>')) throw new Error('It ends in the middle');
  const plain = (name: string): string => name.slice(name.indexOf(':') + 1);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open?.(plain(name), attributes),
      ontext: (part) => text?.(part),
      onclosetag: (name) => close?.(plain(name)),
    },
    { xmlMode: true },
  );
  const step = 65_536;
  for (let from = 0; from < xml.length && !isEnough?.(); from += step)
    parser.write(xml.slice(from, from + step));
  parser.end();
}
