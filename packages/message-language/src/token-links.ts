import { cutOut } from './text/cut.ts';
import { readingsOf, type Readings } from './text/encodings.ts';
import { findAll, type Range } from './text/view.ts';

const TOKEN_LENGTH = 22;
const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** The spellings of the site's host, with its port: first as a URL writes it. */
export type OwnHosts = readonly [string, ...string[]];

const known = new Map<string, RegExp>();

/** An address of ours that opens something, live or not, in any spelling of its host; or its end alone. */
function loginAddress(ownHosts: OwnHosts, tail: '' | ','): RegExp {
  const key = [...ownHosts, tail].join();
  const address = known.get(key) ?? patternOf(ownHosts, tail);
  known.set(key, address);
  return address;
}

function patternOf(ownHosts: OwnHosts, tail: '' | ','): RegExp {
  const hosts = ownHosts.map(escapeRegExp).join('|');
  const slash = '[\\\\/](?:\\.?[\\\\/]){0,9}';
  const page = `(?:login${slash}link|welcome|account${slash}email|stop)`;
  return new RegExp(
    `(?:(?:https?:[\\\\/]{2})?(?:${hosts})${slash}|(?<![\\w.:/-])\\/?)${page}[\\\\/]?(?:\\?[^\\s#]{0,200})?[#*][\\w-]{${TOKEN_LENGTH}${tail}}`,
    'gi',
  );
}

/** Where a text holds such addresses, however a program wrapped them. In order, and none within another. */
export function findTokenLinks(text: string, ownHosts: OwnHosts): Range[] {
  // Nothing that may be the # of an address, in whatever encoding.
  if (text.length < TOKEN_LENGTH || !/[#*%&=]/.test(text)) return [];
  return tokenLinksIn(readingsOf(text), ownHosts, ',');
}

/** The text with each of them replaced by the literal tag. */
export function hideTokenLinks(text: string, ownHosts: OwnHosts): string {
  const cuts = findTokenLinks(text, ownHosts).map((range) => ({ ...range, put: '[loginLink]' }));
  return cutOut(text, cuts);
}

/** The same in readings that are there. `tail`: whatever is stuck to its end goes with it. */
export function tokenLinksIn({ plain, joined }: Readings, ownHosts: OwnHosts, tail: '' | ','): Range[] {
  // A line that follows is no part of the token.
  const broken = loginAddress(ownHosts, '');
  const address = loginAddress(ownHosts, tail);
  const found = [...plain.flatMap((view) => findAll(view, address)), ...findAll(joined, broken)].sort(
    (a, b) => a.start - b.start,
  );
  const apart: Range[] = [];
  for (const { start, end } of found) {
    const last = apart.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else apart.push({ start, end });
  }
  return apart;
}
