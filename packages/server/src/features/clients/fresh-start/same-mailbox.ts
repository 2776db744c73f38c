import { domainToUnicode } from 'node:url';

// Letters of other alphabets, and digits, that are read as Latin ones (Unicode's confusables, the common part).
const LOOK_ALIKES: Record<string, string> = {
  а: 'a',
  α: 'a',
  ɑ: 'a',
  в: 'b',
  ь: 'b',
  с: 'c',
  ϲ: 'c',
  ԁ: 'd',
  е: 'e',
  є: 'e',
  ε: 'e',
  ҽ: 'e',
  ɡ: 'g',
  һ: 'h',
  н: 'h',
  і: 'l',
  ι: 'l',
  ı: 'l',
  ӏ: 'l',
  i: 'l',
  '1': 'l',
  '|': 'l',
  ј: 'j',
  к: 'k',
  κ: 'k',
  м: 'm',
  п: 'n',
  η: 'n',
  о: 'o',
  ο: 'o',
  σ: 'o',
  օ: 'o',
  '0': 'o',
  р: 'p',
  ρ: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  т: 't',
  τ: 't',
  υ: 'u',
  ս: 'u',
  ν: 'v',
  ѵ: 'v',
  ѡ: 'w',
  ԝ: 'w',
  х: 'x',
  χ: 'x',
  у: 'y',
  γ: 'y',
  ʐ: 'z',
};

/**
 * Whether two addresses are one mailbox, or would be taken for one: plus parts, dots, case, accents and look-alike letters
 * don't count. For refusing, never for finding: it says yes too often rather than too seldom.
 */
export function mayBeSameMailbox(a: string, b: string): boolean {
  return skeleton(a) === skeleton(b);
}

function skeleton(address: string): string {
  const typed = address.trim();
  const at = typed.lastIndexOf('@');
  const domain = typed.slice(at + 1);
  const local = typed.slice(0, at).normalize('NFKC').replace(/\+.*$/u, '').replaceAll('.', '');
  return `${letters(local)}@${letters(domainToUnicode(domain) || domain)}`;
}

function letters(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{M}|\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase();
  return [...plain]
    .map((letter) => LOOK_ALIKES[letter] ?? letter)
    .join('')
    .replaceAll('rn', 'm');
}
