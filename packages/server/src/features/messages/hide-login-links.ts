/** Text with its disguises taken off: `chars[i]` stood at `starts[i]` to `ends[i]` of the original. */
interface Unveiled {
  chars: string;
  starts: number[];
  ends: number[];
}

const NAMED: Record<string, string> = {
  amp: '&',
  colon: ':',
  sol: '/',
  num: '#',
  period: '.',
  percnt: '%',
  lowbar: '_',
  hyphen: '-',
};
// One disguise: percent-encoding, a character reference, or characters that nobody sees.
const VEILED =
  /%([0-7][0-9a-f])|&(?:#x0*([0-9a-f]{1,2})|#0*(\d{1,3})|([a-z]{3,6}));|(\p{Default_Ignorable_Code_Point}|\p{Cf})/giu;
// Each layer is one round: an address within an address within HTML has three.
const MOST_LAYERS = 6;

function unveil(text: string): Unveiled {
  let seen: Unveiled = {
    chars: text,
    starts: Array.from({ length: text.length }, (_, at) => at),
    ends: Array.from({ length: text.length }, (_, at) => at + 1),
  };
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const next = unveilOnce(seen);
    if (next.chars === seen.chars) break;
    seen = next;
  }
  return seen;
}

function unveilOnce(from: Unveiled): Unveiled {
  const chars: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const keep = (char: string, first: number, last: number) => {
    chars.push(char);
    starts.push(from.starts[first] ?? 0);
    ends.push(from.ends[last] ?? 0);
  };
  let at = 0;
  const copyUntil = (end: number) => {
    for (; at < end; at += 1) keep(from.chars[at] ?? '', at, at);
  };
  for (const match of from.chars.matchAll(VEILED)) {
    copyUntil(match.index);
    const char = unveiledChar(match);
    if (char === null) continue;
    at = match.index + match[0].length;
    if (char !== '') keep(char, match.index, at - 1);
  }
  copyUntil(from.chars.length);
  return { chars: chars.join(''), starts, ends };
}

/** '' for what nobody sees, null for what is no disguise. */
function unveiledChar([, percent, hex, decimal, name, unseen]: RegExpMatchArray): string | null {
  if (unseen !== undefined) return '';
  if (percent !== undefined) return String.fromCharCode(parseInt(percent, 16));
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? null;
  const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal);
  return code < 128 ? String.fromCharCode(code) : null;
}

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/**
 * Where a text holds addresses of ours that open something (login, invite, confirmation, stop), live or not: also
 * percent-encoded, as character references, or with invisible characters inside.
 */
export function findLoginAddresses(text: string, publicUrl: string): { start: number; end: number }[] {
  if (!/[#%&]/.test(text)) return [];
  const site = escapeRegExp(publicUrl.replace(/^https?:\/\//i, '').replace(/\/+$/, ''));
  // A token has 22 characters; whatever else is stuck to its end goes with it.
  const address = new RegExp(
    `(?:https?://)?${site}/+(?:login/link|welcome|account/email|stop)/?(?:\\?[^\\s#]{0,200})?#[\\w-]{22,}`,
    'gi',
  );
  const { chars, starts, ends } = unveil(text);
  return [...chars.matchAll(address)].map((match) => ({
    start: starts[match.index] ?? 0,
    end: ends[match.index + match[0].length - 1] ?? text.length,
  }));
}

/** Text or HTML with each of these addresses replaced by the literal tag: what is stored holds no token. */
export function hideLoginLinks(text: string, publicUrl: string): string {
  let hidden = '';
  let at = 0;
  for (const { start, end } of findLoginAddresses(text, publicUrl)) {
    hidden += `${text.slice(at, start)}[loginLink]`;
    at = end;
  }
  return hidden + text.slice(at);
}
