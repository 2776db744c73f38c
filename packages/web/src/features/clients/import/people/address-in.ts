const AT = /[\uFF20\uFE6B]/gu;
const BETWEEN = /:::|[;,|\n\t]|\s\/\s/u;

export type FoundAddress = {
  /** As it can be sent to; where none was found, what stood there. */
  email: string;
  /** What stood beside it: `Rae <rae@…>`. */
  name: string;
  /** The others of the same cell. */
  others: string[];
};

/** The address inside of what surrounds it in a cell: a name, brackets, `mailto:`, other addresses, unseen letters. */
export function addressIn(cell: string): FoundAddress {
  const text = cell
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(AT, '@')
    .trim();
  if (!text.includes('@')) return { email: text, name: '', others: [] };
  const parts = partsOf(text);
  const [first = { email: text, name: '' }, ...more] = parts;
  return { ...first, others: more.map(({ email }) => email).filter((email) => email !== first.email) };
}

function partsOf(text: string): { email: string; name: string }[] {
  const bracketed = [...text.matchAll(/([^<>]*)<\s*([^<>]*@[^<>]*)>/gu)];
  if (bracketed.length > 0)
    return bracketed.map(([, name = '', email = '']) => ({ email: bare(email), name: bareName(name) }));
  return text
    .split(BETWEEN)
    .filter((part) => part.includes('@'))
    .map((part) => {
      const words = part.trim().split(/\s+/u);
      const isAddress = (word: string): boolean => /[^\s@]@[^\s@]/u.test(word);
      const email = words.find(isAddress);
      if (email === undefined) return { email: bare(part), name: '' };
      return { email: bare(email), name: bareName(words.filter((word) => !isAddress(word)).join(' ')) };
    });
}

/** Without what mail programs and sentences put around it. */
function bare(address: string): string {
  return address
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/\?[^@]*$/, '')
    .replace(/^[<("'“‘[\s]+/u, '')
    .replace(/[>)"'”’\]\s.;,:]+$/u, '');
}

function bareName(name: string): string {
  return name.replaceAll(/^[\s,;"'“”(-]+|[\s,;:"'“”)(-]+$/gu, '');
}
