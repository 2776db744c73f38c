import Papa from 'papaparse';

/** A cell that a spreadsheet program might take for a formula, also behind spaces and in full-width letters. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const GUARDED = /^'(?=\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** RFC 4180 with a byte order mark, by which spreadsheet programs know that it is UTF-8; no cell is a formula. */
export function csvText(rows: readonly Record<string, string>[]): string {
  return `\uFEFF${Papa.unparse([...rows], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
}

/** Each with its number in the file, as a spreadsheet program counts. */
export type TableRow = { line: number; cells: string[] };

export type Table = {
  rows: TableRow[];
  /** What could not be read, in the words of its place. */
  brokenLine: number | undefined;
};

/** The rows of a text that some program has written, with any usual delimiter. */
export function readTable(given: string): Table {
  const { text, delimiter } = withoutHint(given);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiter || likelyDelimiter(text) });
  const broken = errors.find(({ type }) => type === 'Quotes')?.row;
  return {
    rows: data
      .map((cells, n) => ({ line: n + 1, cells: cells.map((cell) => cell.replace(GUARDED, '').trim()) }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
    brokenLine: broken === undefined ? undefined : broken + 1,
  };
}

/** What parts most of the first rows, and most of them alike. Papa Parse's own guess fails on two columns with few rows. */
function likelyDelimiter(text: string): string {
  const tries = [',', ';', '\t', '|'].map((delimiter) => {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: 50, skipEmptyLines: true });
    const parted = data.filter(({ length }) => length > 1);
    return { delimiter, parted: parted.length, kinds: new Set(parted.map(({ length }) => length)).size };
  });
  return tries.toSorted((a, b) => b.parted - a.parted || a.kinds - b.kinds)[0]?.delimiter ?? ',';
}

/** Some spreadsheet programs write `sep=;` above everything. */
function withoutHint(text: string): { text: string; delimiter: string } {
  const hint = /^\uFEFF?sep=(.)(\r\n?|\n)/.exec(text);
  return hint ? { text: text.slice(hint[0].length), delimiter: hint[1] ?? '' } : { text, delimiter: '' };
}
