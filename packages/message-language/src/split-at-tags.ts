import { findTags, type KnownTag, type UnknownTag } from './find-tags.ts';
import { findTokenLinks, type OwnHosts } from './token-links.ts';
import { LOGIN_LINK, sameStyle, type MessageFault, type Run, type TextRun } from './message-document.ts';

const SCHEME = /[a-z][a-z0-9+.-]{0,20}:\/\/|www\.|mailto:|[\w-]\.[a-z]{2,20}[/?#]/i;
const OWN_SCHEME = /https?:\/\/$/i;

/**
 * Turns the tags of a paragraph into runs of their own. The paragraph is read as its reader sees it, so markup inside a
 * tag doesn't hide it; the tag looks as its first character does.
 */
export function splitAtTags(runs: readonly Run[], ownHosts: OwnHosts, faults: MessageFault[]): Run[] {
  const text = runs.map((run) => (run.kind === 'text' ? run.text : '\n')).join('');
  const spans = allowedTags(text, tagsAndAddresses(text, ownHosts), faults);
  const result: Run[] = [];
  let start = 0;
  let next = 0;
  for (const run of runs) {
    const end = start + (run.kind === 'text' ? run.text.length : 1);
    if (run.kind !== 'text') result.push(run);
    else {
      let at = start;
      for (let span = spans[next]; span && span.start < end; span = spans[next]) {
        addText(result, run, text.slice(at, span.start));
        if (span.start >= start) result.push(tagRun(span, run, faults));
        at = Math.min(span.end, end);
        if (span.end > end) break;
        next += 1;
      }
      addText(result, run, text.slice(at, end));
    }
    start = end;
  }
  return result;
}

function addText(runs: Run[], like: TextRun, text: string): void {
  if (text === '') return;
  const last = runs.at(-1);
  if (last?.kind === 'text' && sameStyle(last, like)) last.text += text;
  else runs.push({ ...like, text });
}

function tagRun({ tag, fallback }: KnownTag, { marks, link }: TextRun, faults: MessageFault[]): Run {
  // It would show the reader's login link and lead elsewhere.
  if (tag === 'loginLink' && link !== null && link !== LOGIN_LINK)
    faults.push({ kind: 'TAG_NOT_ALLOWED_HERE', tag, inside: 'LINK_TEXT' });
  return { kind: 'tag', tag, fallback, marks, link };
}

/** Tags, and login addresses of ours, which count as the tag. In order; what an address touches is no other tag. */
function tagsAndAddresses(text: string, ownHosts: OwnHosts): (KnownTag | UnknownTag)[] {
  const addresses = findTokenLinks(text, ownHosts).map((span): KnownTag => ({
    kind: 'known',
    tag: 'loginLink',
    fallback: null,
    ...span,
  }));
  let next = 0;
  const tags = findTags(text).filter((tag) => {
    while ((addresses[next]?.end ?? Infinity) <= tag.start) next += 1;
    return (addresses[next]?.start ?? Infinity) >= tag.end;
  });
  return [...addresses, ...tags].sort((a, b) => a.start - b.start);
}

/** Known tags only, each fault noted. `https://` right before a login link is taken into it: editors put it there. */
function allowedTags(
  text: string,
  spans: readonly (KnownTag | UnknownTag)[],
  faults: MessageFault[],
): KnownTag[] {
  let inAddress = false;
  let at = 0;
  // What stands in front, with the words that a tag may leave in its place.
  let before = '';
  return spans.flatMap((span, index) => {
    const gap = text.slice(at, span.start);
    at = span.end;
    const space = /[\s<>"][^\s<>"]*$/.exec(gap.slice(-MOST_ADDRESS));
    const glued = space ? space[0].slice(1) : gap;
    const whole = (space || !inAddress) && span.kind === 'known' && span.tag === 'loginLink';
    const prefix = whole ? ownScheme(glued) : '';
    inAddress = prefix === '' && ((!space && inAddress) || SCHEME.test(glued));
    const written = gap.slice(0, gap.length - prefix.length);
    const front = written === '' ? before : written;
    before = span.kind === 'unknown' ? ']' : span.tag === 'loginLink' ? '' : span.fallback || front;
    if (span.kind === 'unknown') {
      // Addresses may hold brackets of their own: ?filter[name]=x
      if (!inAddress && faults.length < MOST_TOLD) faults.push(unknown(span));
      return [];
    }
    const inside = inAddress ? 'ADDRESS' : touching(span, front, behind(text, span, spans[index + 1]));
    if (inside) faults.push({ kind: 'TAG_NOT_ALLOWED_HERE', tag: span.tag, inside });
    return [{ ...span, start: span.start - prefix.length }];
  });
}

/** What the finished text would add to a login link, as far as it was written: see set-apart.ts for what was filled in. */
function touching({ tag }: KnownTag, front: string, back: string): 'ADDRESS' | 'OTHER_TEXT' | null {
  if (tag !== 'loginLink') return null;
  if (/^(?:[/#&=]|\?(?=[\w[]))[^\s]/.test(back)) return 'ADDRESS';
  return /[\w/?=&#%~+@]$/.test(seen(front.slice(-NEAR))) || /^[\w%~+@]/.test(back) ? 'OTHER_TEXT' : null;
}

/** What follows a tag, with the words that the next one may leave in its place. */
function behind(text: string, { end }: KnownTag, next: KnownTag | UnknownTag | undefined): string {
  if (next?.start !== end || next.kind === 'unknown') return seen(text.slice(end, end + NEAR));
  return next.tag === 'loginLink'
    ? ''
    : seen(`${next.fallback ?? ''}${text.slice(next.end, next.end + NEAR)}`);
}

const NEAR = 8;
const seen = (text: string) => text.replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '');

/** The scheme at the end of these characters, if no other address goes on there. */
function ownScheme(glued: string): string {
  const scheme = OWN_SCHEME.exec(glued)?.[0] ?? '';
  const before = glued.slice(0, glued.length - scheme.length);
  return SCHEME.test(before) || /[=/?&]$/.test(before) ? '' : scheme;
}

// Beyond that no address is looked for.
const MOST_ADDRESS = 2_000;

// Whoever has so many to mend has mended some before the next are told.
const MOST_TOLD = 100;

const unknown = ({ typed, meaning }: UnknownTag): MessageFault => ({
  kind: 'UNKNOWN_TAG',
  typed,
  ...meaning(),
});
