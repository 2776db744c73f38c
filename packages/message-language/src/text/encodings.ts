import { rewrite, viewOf, type View } from './view.ts';

const NAMED: Record<string, string> = {
  amp: '&',
  num: '#',
  sol: '/',
  colon: ':',
  period: '.',
  lowbar: '_',
  hyphen: '-',
  dash: '-',
  equals: '=',
  quest: '?',
  percnt: '%',
  lt: '<',
  gt: '>',
  shy: '',
  zwj: '',
  zwnj: '',
};

/** Quoted-printable with its soft line breaks, and what nobody sees within a word. */
const TRANSPORT =
  /=(?:([0-9a-f]{2})|[ \t]{0,8}\r?\n(?:[ \t]{0,3}>){0,9}[ \t]?)|[\u00ad\u200b-\u200d\u2060\ufeff]+/gi;
/** Percent-encoding, however often it was encoded again; character references; URL Defense 2 writes - for %. */
const WRITING =
  /%(?:25)*([0-7][0-9a-f])|&(?:amp;)*(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));|\/v2\/url\?u=([^&\s]{1,2000})/gi;

const character = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : null);

function written([, percent, hex, decimal, name, defended]: RegExpMatchArray): string | null {
  if (defended !== undefined)
    return defended.replace(/-([0-9a-f]{2})|_/gi, (_, code: string | undefined) =>
      code === undefined ? '/' : String.fromCharCode(parseInt(code, 16)),
    );
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? null;
  return character(decimal === undefined ? parseInt(percent ?? hex ?? '', 16) : Number(decimal));
}

const BREAK = /(?:(?<![ \t])[ \t]+)?\r?\n[\s>|]*|<\/?[a-z][^<>]{0,200}>/gi;

/** A part in base64, or an address within one. */
const BASE64 =
  /aHR0c(?:HM6|Do)[\w+/-]{16,2000}|(?<![\w+/-])(?:[\w+/-]{40,80}={0,2}\r?\n){1,900}[\w+/-]{4,80}={0,2}/g;

/** In either alphabet, up to the first padding; a letter too many at the end is dropped. */
function fromBase64(run: string): string {
  const letters = run
    .replace(/\s|=[^]*/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  return atob(letters.length % 4 === 1 ? letters.slice(0, -1) : letters);
}

export interface Readings {
  /** Itself, and with what mail programs do to a text undone. */
  plain: View[];
  /** What was broken over lines or by markup, put together again. */
  joined: View;
  /** Parts in base64, each with the place of all of it. */
  parts: { text: string; start: number; end: number }[];
}

/** Reads a text as its sender wrote it before programs handled it. Linear; disguises made on purpose are not undone. */
export function readingsOf(text: string): Readings {
  const itself = viewOf(text);
  const decoded = rewrite(
    rewrite(itself, TRANSPORT, ([, hex]) => (hex === undefined ? '' : character(parseInt(hex, 16)))),
    WRITING,
    written,
  );
  const parts = [...text.matchAll(BASE64)].map(({ 0: run, index }) => ({
    text: fromBase64(run),
    start: index,
    end: index + run.length,
  }));
  return {
    plain: decoded === itself ? [itself] : [itself, decoded],
    joined: rewrite(decoded, BREAK, () => ''),
    parts,
  };
}
