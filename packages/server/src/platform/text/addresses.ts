import type { Cut } from './cut.ts';
import { rangeIn, type View } from './view.ts';

const WORDS = /[^\s<>"'`]+/g;
const SCHEME = /[a-z][a-z0-9+.-]{1,20}:\/\//i;
const BARE = /^[([{]*((?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}][\p{L}\p{N}-]{1,23}(?::\d{1,5})?)[/?#]/u;
const WWW = /^[([{]*www\./i;
const LONGEST = 4_000;

/** Every web address of a text, to be shown as its host only. */
export function addressesAsHosts(view: View): Cut[] {
  const cuts: Cut[] = [];
  for (const { 0: word, index } of view.chars.matchAll(WORDS)) {
    const begins = beginningOf(word);
    if (begins === null) continue;
    const ends = word.length - (/[.,;:!?)\]}]*$/.exec(word.slice(-20))?.[0].length ?? 0);
    if (ends <= begins) continue;
    cuts.push({ ...rangeIn(view, index + begins, index + ends), put: hostOf(word.slice(begins, ends)) });
  }
  return cuts;
}

function beginningOf(word: string): number | null {
  const scheme = word.length > LONGEST ? 0 : word.search(SCHEME);
  if (scheme >= 0) return scheme;
  return BARE.test(word) || WWW.test(word) ? (/^[([{]*/.exec(word)?.[0].length ?? 0) : null;
}

function hostOf(address: string): string {
  const authority = /^(?:[a-z][a-z0-9+.-]{1,20}:\/\/)?\/*([^/?#\\]{1,300})/i.exec(address)?.[1] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '');
  return /^[\p{L}\p{N}.-]{1,253}$/u.test(host) ? host.toLowerCase() : '[link]';
}
