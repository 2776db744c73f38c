// What Unicode does not take apart, as people type it who lack the key.
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
  ς: 'σ',
};
const APOSTROPHES = /['’‘‛ʼʻʹʽ`´′＇]/gu;
const ACCENTS = /[\u0300-\u036f]/gu;
const BETWEEN_WORDS = /[\p{White_Space}\p{Dash_Punctuation}\p{Cc}]+/gu;

/**
 * A text as it is searched and sorted: without accents, apostrophes and case, with single spaces. Silhavy is Šilhavý,
 * darcy is D’Arcy, gross is Groß. For finding only, never for telling whether two names are one.
 */
export function fold(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(APOSTROPHES, '')
    .replaceAll(ACCENTS, '')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replaceAll(BETWEEN_WORDS, ' ')
    .trim()
    .replaceAll(/[ßæœþøđðłħŧŋıĸς]/gu, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC');
}

/** The name by which lists are sorted and searched: written wherever one of the two is. */
export function foldedName({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return fold(`${lastName} ${firstName}`);
}
