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

// Letters of Cyrillic and Greek that nobody tells from Latin ones (Unicode TR39, confusables), above these.
const ALIKE = [...'АВЕЅІЈКМНОРСТУХԚԜаеорсухѕіјһԛԝԁӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧαονρυι'];
const LATIN = [...'ABESIJKMHOPCTYXQWaeopcyxsijhqwdlABEZHIKMNOPTYXaovpui'];
const LIKE_LATIN = new Map(ALIKE.map((letter, at) => [letter, LATIN[at] ?? letter]));

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

/** What two names have in common that a hurried reader takes for one: case, accents, spaces and look-alikes set aside. */
export function lookAlikeKey(name: string): string {
  return [...name.normalize('NFKD')]
    .map((letter) => LIKE_LATIN.get(letter) ?? letter)
    .join('')
    .toLowerCase()
    .replaceAll(/[^\p{L}]/gu, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll(/[iı]/g, 'l');
}
