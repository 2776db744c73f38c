/** Ways to write letters beyond English ones in one byte each. Nothing in a file says which of them it is written in. */
export const encodings = ['windows-1252', 'macintosh', 'windows-1250', 'windows-1251'] as const;
export type Encoding = (typeof encodings)[number];

export type Letters = {
  text: string;
  /** Undefined where the file itself leaves no doubt: Unicode, or English letters alone. */
  encoding: Encoding | undefined;
  /** The letters make sense in no other way that is likely. Otherwise a person has to look. */
  isSure: boolean;
};

/** The text of a file, read as the coach said or as its letters make sense. */
export function readLetters(bytes: Uint8Array, chosen?: Encoding): Letters {
  if (chosen) return { text: decode(bytes, chosen), encoding: chosen, isSure: true };
  const unicode = readUnicode(bytes);
  if (unicode !== undefined) return { text: unicode, encoding: undefined, isSure: true };
  const windows = decode(bytes, 'windows-1252');
  const mac = decode(bytes, 'macintosh');
  const strange = { windows: countStrange(windows), mac: countStrange(mac) };
  const isMac = strange.mac < strange.windows;
  return {
    text: isMac ? mac : windows,
    encoding: isMac ? 'macintosh' : 'windows-1252',
    isSure: Math.min(strange.mac, strange.windows) === 0 && strange.mac !== strange.windows,
  };
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

function readUnicode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be');
  // Without a mark at the start: every other byte of English letters is zero.
  const start = bytes.subarray(0, 64);
  const zeros = (parity: number): number => start.filter((byte, n) => byte === 0 && n % 2 === parity).length;
  if (zeros(1) > start.length / 4) return decode(bytes, 'utf-16le');
  if (zeros(0) > start.length / 4) return decode(bytes, 'utf-16be');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** How many signs stand where no language of Western Europe has them: the wrong reading of names is full of these. */
function countStrange(text: string): number {
  const signs = [...text.matchAll(/[^\0-\x7f]/gu)];
  return signs.filter(({ 0: sign, index }) => isStrange(sign, text.slice(0, index), text.slice(index + 1)))
    .length;
}

const UPPER = /^[À-ÖØ-ÞŒŠŽ]$/u;
const LOWER = /^[ß-öø-ÿœšž]$/u;

function isStrange(sign: string, before: string, after: string): boolean {
  const left = before.at(-1) ?? ' ';
  const right = after.at(0) ?? ' ';
  // Languages of Western Europe have no three in a row: this may be Greek or Cyrillic.
  if (/[^\0-\x7f]{2}$/u.test(before.slice(-2)) && /\p{L}/u.test(sign)) return true;
  if (UPPER.test(sign)) return /\p{Ll}/u.test(left) || (/\p{Lu}/u.test(left) && /\p{Ll}/u.test(right));
  if (LOWER.test(sign)) return /\p{Lu}/u.test(right);
  const [isLeft, isRight] = [left, right].map((beside) => /\p{L}/u.test(beside));
  // O’Brien, d’Arcy, Dell’Acqua, Rae’s; but not the Mar’a that was a María.
  if (sign === '’') return isLeft === true && isRight === true && !isElision(before, after);
  if (sign === 'º' || sign === 'ª') return isRight === true;
  if (/^[“”„‘«»‹›‚–—…\u00a0€£°¿¡·²³½®©™&]$/u.test(sign)) return isLeft === true && isRight === true;
  return true;
}

function isElision(before: string, after: string): boolean {
  const beginning = /\p{L}+$/u.exec(before.slice(-8))?.[0] ?? '';
  return beginning.length <= 2 || /^\p{Lu}/u.test(after) || /^s(?!\p{L})/u.test(after);
}
