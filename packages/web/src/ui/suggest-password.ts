const words = 4;

/** Four words chosen alike from `list`, with spaces between: 44 bits from a list of 2,048. */
export function suggestPassword(list: readonly string[]): string {
  return Array.from({ length: words }, () => list[randomBelow(list.length)]).join(' ');
}

/** Every number below `limit` equally likely: draws that would favour the small ones are thrown away. */
function randomBelow(limit: number): number {
  const range = 2 ** 32;
  const fair = range - (range % limit);
  const draw = new Uint32Array(1);
  let number: number;
  do {
    crypto.getRandomValues(draw);
    number = draw[0] ?? 0;
  } while (number >= fair);
  return number % limit;
}
