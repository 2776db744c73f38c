/** How letters are written when somebody wants to be clever: the first thing that guessing programs try. */
const WRITTEN_AS: Record<string, string> = {
  a: 'a4@',
  b: 'b8',
  e: 'e3',
  g: 'g9',
  i: 'i1!|',
  l: 'l1|',
  o: 'o0',
  s: 's5$',
  t: 't7+',
  z: 'z2',
};

// Spaces, punctuation and what of the keyboard Unicode calls symbols; an emoji is none of them.
const SEPARATORS = /[\s\p{P}$+<=>^`|~]+/gu;

/**
 * What a password holds besides somebody's own names, which an attacker tries first in every order, spelling and
 * direction, and with anything between them. Null where none of them stands in it.
 */
export function withoutOwnNames(password: string, names: string[]): string | null {
  const forms = [...new Set(names.flatMap(formsOf))].filter((form) => form.length > 2);
  if (forms.length === 0) return null;
  // Longest first, or a short name would leave pieces of a longer one.
  const any = forms.sort((a, b) => b.length - a.length).map(patternOf);
  const plain = plainLetters(password);
  const left = plain.replaceAll(new RegExp(any.join('|'), 'gu'), ' ');
  return left === plain ? null : left.replaceAll(SEPARATORS, '');
}

/** As it is, with umlauts spelled out, and each of them backwards. */
function formsOf(name: string): string[] {
  const spelledOut = name.toLowerCase().replaceAll(/[äöü]/g, (letter) => `${plainLetters(letter)}e`);
  const forms = [plainLetters(name), plainLetters(spelledOut)];
  return [...forms, ...forms.map((form) => [...form].reverse().join(''))];
}

function plainLetters(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

function patternOf(form: string): string {
  return [...form]
    .map((letter) => `[${(WRITTEN_AS[letter] ?? letter).replaceAll(/[\\\]^-]/g, '\\$&')}]`)
    .join('');
}
