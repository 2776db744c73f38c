import { base64, hexadecimal } from './encoded-bytes.ts';
import { hiddenByFilters } from './mail-filters.ts';
import { rewrite, viewOf, type View } from './view.ts';

const NAMED: Record<string, string> = {
  ...{ amp: '&', colon: ':', sol: '/', num: '#', period: '.', percnt: '%', lowbar: '_', hyphen: '-' },
  ...{ dash: '-', quest: '?', equals: '=', nbsp: ' ', shy: '', zwj: '', zwnj: '', ast: '*', commat: '@' },
  ...{
    bsol: '\\',
    lsqb: '[',
    rsqb: ']',
    newline: '\n',
    tab: '\t',
    excl: '!',
    semi: ';',
    plus: '+',
    lt: '<',
    gt: '>',
  },
};

// Whatever stands here is no letter of a token, so that taking it off never breaks one.
const VEILS = [
  // Percent-encoding, however often it was encoded again.
  '%(?:25)*(?:u00)?([0-9a-f]{2})',
  // Character references.
  '&(?:amp;)*(?:#x([0-9a-f]{1,8})|#(\\d{1,8})|([a-z]{2,8}));',
  // Escapes of JSON, JavaScript and the like.
  '\\\\(?:u\\{?([0-9a-f]{4})\\}?|x([0-9a-f]{2})|([/#:._-]))',
  // Addresses made harmless: login[.]example[.]com
  '\\[(:\\/\\/|[.:/#]|dot)\\]|\\((\\.|dot)\\)|\\{(\\.|dot)\\}',
  // Letters in other clothes: ｌｏｇｉｎ
  '([^\\0-\\x7f])',
];
/** A letter beyond ASCII that was read byte by byte. */
const BYTES = /[\xc2-\xf4][\x80-\xbf]{1,3}|[\x80-\x9f]/g;
// What nobody sees, and control characters that are no line break: may stand within any other veil.
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?![\s\x80-\x9f])\p{Cc}/gu;
const VEILED = new RegExp(VEILS.join('|'), 'giu');
const MOST_LAYERS = 8;

function unveiledChar(match: RegExpMatchArray): string | null {
  const [, percent, hex, decimal, name, unicode, byte, escaped, square, round, curly, other] = match;
  if (other !== undefined) return plainForm(other);
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? null;
  const bracketed = square ?? round ?? curly;
  if (bracketed !== undefined) return bracketed.toLowerCase() === 'dot' ? '.' : bracketed;
  if (escaped !== undefined) return escaped;
  const code =
    decimal === undefined ? parseInt(percent ?? hex ?? unicode ?? byte ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

function plainForm(char: string): string | null {
  const plain = char.normalize('NFKC');
  return plain === char ? null : plain;
}

/** Without one layer of the disguises that can be told from text for certain. */
function unveil(view: View): View {
  const letters = rewrite(view, BYTES, ([bytes]) =>
    Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\ufffd', ''),
  );
  return rewrite(
    rewrite(letters, UNSEEN, () => ''),
    VEILED,
    unveiledChar,
  );
}

function plainly(view: View): View {
  let seen = view;
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) seen = unveil(seen);
  return seen;
}

/** Numeric references as browsers forgive them: without their semicolon. */
const looseReferences = (view: View): View[] => [
  rewrite(view, /&#(?:x([0-9a-f]{1,6})|(\d{1,7}))(?![0-9a-f;])/gi, ([, hex, decimal]) => {
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : null;
  }),
];

/** Markup that breaks a word without a sign of it: Ab<wbr>Cd */
const untagged = (view: View): View[] => [rewrite(view, /<\/?[a-z][^<>]{0,200}>/gi, () => '')];

/** Quoted-printable, with its soft line breaks. */
const quotedPrintable = (view: View): View[] => [
  rewrite(view, /=(?:([0-9a-f]{2})|[ \t]*\r?\n(?:[ \t]*>)*[ \t]?)/gi, ([, hex]) =>
    hex === undefined ? '' : String.fromCharCode(parseInt(hex, 16)),
  ),
];

const GAPS = [/\s+/g, /=?(?:[ \t]*\r?\n[\s>|]*|[ \t]+)/g, /[\s>|]+/g, /=?[\s>|]+/g];

/** What was broken over lines or spaced out, also within a quote. */
const joined = (view: View, { isJoined }: { isJoined: boolean }): View[] =>
  (isJoined ? GAPS.slice(-1) : GAPS).map((gap) => rewrite(view, gap, () => ''));

const DISGUISES = [
  (view: View) => [unveil(view)],
  joined,
  looseReferences,
  untagged,
  quotedPrintable,
  hiddenByFilters,
  base64,
  hexadecimal,
];
// Readings of a few words cost next to nothing, so that it is their letters that are counted.
const MOST_LETTERS = 1_000_000;
const MOST_VIEWS = 2_000;

export interface Readings {
  /** Every way of reading the text that was found, itself first. */
  views: View[];
  /** Those of them in which words still stand apart. */
  wordwise: View[];
  /** As a person sees it, with nothing left but what a token is made of. */
  squeezed: View;
  /** False: the text has more layers than anybody writes by accident, and something may be left undecoded. */
  complete: boolean;
}

/** Reads a text in every way in which mail programs, filters and people are known to wrap an address, one in another. */
export function readingsOf(text: string): Readings {
  const itself = viewOf(text);
  const views = [itself];
  const seen = new Set([text]);
  const apart = new Set([itself]);
  let letters = text.length;
  for (let next = 0; next < views.length; next += 1) {
    const view = views[next] as View;
    const isJoined = !apart.has(view);
    for (const takeOff of DISGUISES)
      for (const other of takeOff(view, { isJoined })) {
        if (seen.has(other.chars)) continue;
        seen.add(other.chars);
        if (takeOff !== joined && !isJoined) apart.add(other);
        letters += other.chars.length;
        views.push(other);
      }
    if (letters > MOST_LETTERS || views.length > MOST_VIEWS) break;
  }
  const complete = letters <= MOST_LETTERS && views.length <= MOST_VIEWS;
  const squeezed = rewrite(plainly(itself), /[^\w-]+/g, () => '');
  return { views, wordwise: views.filter((view) => apart.has(view)), squeezed, complete };
}
