import Papa from 'papaparse';

/** A cell that a spreadsheet program might take for a formula, also behind spaces and in full-width letters. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const GUARDED = /^'(?=\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** RFC 4180 with a byte order mark, by which spreadsheet programs know that it is UTF-8; no cell is a formula. */
export function csvText(rows: readonly Record<string, string>[]): string {
  return `\uFEFF${Papa.unparse([...rows], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
}

export type Table = {
  /** Each with its number in the file, as a spreadsheet program counts. */
  rows: { line: number; cells: string[] }[];
  /** What could not be read, in the words of its place. */
  brokenLine: number | undefined;
};

/** Reads the rows of a file that some program has written: any usual delimiter, any usual encoding. */
export function readTable(bytes: Uint8Array): Table {
  const { text, delimiter } = withoutHint(decode(bytes));
  const options = { delimiter, delimitersToGuess: [',', ';', '\t', '|'] };
  const { data, errors } = Papa.parse<string[]>(text, options);
  const broken = errors.find(({ type }) => type === 'Quotes')?.row;
  return {
    rows: data
      .map((cells, n) => ({ line: n + 1, cells: cells.map((cell) => cell.replace(GUARDED, '').trim()) }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
    brokenLine: broken === undefined ? undefined : broken + 1,
  };
}

/** Some spreadsheet programs write `sep=;` above everything. */
function withoutHint(text: string): { text: string; delimiter: string } {
  const hint = /^sep=(.)\r?\n/.exec(text);
  return hint ? { text: text.slice(hint[0].length), delimiter: hint[1] ?? '' } : { text, delimiter: '' };
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What older programs on Windows write.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
