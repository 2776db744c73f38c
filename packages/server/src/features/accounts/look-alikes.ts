// Alphabets with letters that look like one another's.
const ALPHABETS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Coptic}/u,
  /\p{Script=Lisu}/u,
];

// Letters of Cyrillic and Greek that nobody tells from Latin ones (Unicode TR39, confusables).
const LIKE_LATIN = new Set('АВЕЅІЈКМНОРСТУХԚԜаеорсухѕіјһԛԝԁӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧαονρυι');

/**
 * Whether a name can be mistaken for one in another alphabet: it mixes two of them (TR39 5.2, mixed scripts), or is
 * wholly of letters that look Latin and are not (whole-script confusables). Within one alphabet an l may still look
 * like a 1.
 */
export function looksLikeAnother(name: string): boolean {
  if (ALPHABETS.filter((alphabet) => alphabet.test(name)).length > 1) return true;
  const letters = name.match(/\p{L}/gu) ?? [];
  return letters.length > 0 && letters.every((letter) => LIKE_LATIN.has(letter));
}
