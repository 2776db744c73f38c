import type { View } from './view.ts';

/** Base64 and base64url, wherever in a run of their letters it may begin. */
export function base64(view: View): View[] {
  const found: View[] = [];
  for (const { 0: run, index } of view.chars.matchAll(/[\w+/-]{22,}/g))
    for (let offset = 0; offset < 4; offset += 1) {
      const bytes = Buffer.from(run.slice(offset), 'base64');
      found.push(...readable(view, bytes, { from: index + offset, bits: 6 }));
    }
  return found;
}

/** The same for bytes in hexadecimal. */
export function hexadecimal(view: View): View[] {
  const found: View[] = [];
  for (const { 0: run, index } of view.chars.matchAll(/[0-9a-f]{32,}/gi))
    for (const offset of [0, 1]) {
      const bytes = Buffer.from(run.slice(offset), 'hex');
      found.push(...readable(view, bytes, { from: index + offset, bits: 4 }));
    }
  return found;
}

// What somebody may read as text: as bytes, where a letter beyond ASCII has several, and as UTF-16.
const READABLE_BYTES =
  /(?:[\t\n\r\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}){16,}/g;
const READABLE_PAIRS = /[\t\n\r\x20-\x7e\xa0-\u024f\u2000-\u206f\ufeff\uff01-\uff5e]{16,}/g;

/** The parts of decoded bytes that are text, each a view of its own; `bits` of them stood in each letter. */
function readable(
  { starts, ends }: View,
  bytes: Buffer,
  { from, bits }: { from: number; bits: number },
): View[] {
  const take = (text: string, pattern: RegExp, width: number, offset: number) =>
    [...text.matchAll(pattern)].map(({ 0: chars, index }) => {
      const firstBit = (i: number) => (offset + (index + i) * width) * 8;
      const letterWith = (bit: number) => from + Math.floor(bit / bits);
      const { length } = chars;
      return {
        chars,
        starts: Array.from({ length }, (_, i) => starts[letterWith(firstBit(i))] ?? 0),
        ends: Array.from({ length }, (_, i) => ends[letterWith(firstBit(i + 1) - 1)] ?? 0),
      };
    });
  const text = bytes.toString('latin1');
  const found = take(text, READABLE_BYTES, 1, 0);
  // Nearly every other byte of an address in UTF-16 is nothing.
  if (text.split('\0', 9).length < 9) return found;
  for (const offset of [0, 1]) found.push(...take(inPairs(text.slice(offset)), READABLE_PAIRS, 2, offset));
  return found;
}

// Not by Buffer's own utf16le: it was seen to corrupt the process's memory on odd lengths (Node 24.21).
function inPairs(bytes: string): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode(bytes.charCodeAt(at) + bytes.charCodeAt(at + 1) * 256);
  return text;
}
