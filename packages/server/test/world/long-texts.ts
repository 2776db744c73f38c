let seed = 4_242;
function random(letters: readonly string[], length: number): string {
  let text = '';
  while (text.length < length) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    text += letters[seed % letters.length] ?? '';
  }
  return text.slice(0, length);
}

const LONG = 99_000;
/** As long as a message may be, and of what costs most to read. */
export const longTexts: Record<string, string> = {
  'random a, space, line break, >|=': random(['a', ' ', '\n', '>', '|', '='], LONG),
  'as many lines as there may be': random(['a', ' ', '>', '|', '=', 'b c d'], 9).concat('\n').repeat(9_900),
  'tags, known and unknown': random(['[firstName] ', '[loginLink] ', '[a1] ', 'x'], LONG),
  'unknown tags, each another': Array.from({ length: 9_000 }, (_, i) => `[ab${String(i)}] `).join(''),
  'login links side by side': '[firstName][loginLink]'.repeat(4_500),
  'links that look like others': '<a href="https://x.test">https://y.test</a> '.repeat(2_200),
  'paragraphs of one letter': '<p>a'.repeat(24_000),
  'one word': 'a'.repeat(LONG),
  'the beginnings of addresses': 'https://'.repeat(12_000),
};
