/** A text as it reads once something is decoded: `chars[i]` came from `starts[i]` to `ends[i]` of the original. */
export interface View {
  chars: string;
  starts: ArrayLike<number>;
  ends: ArrayLike<number>;
}

export interface Range {
  start: number;
  end: number;
}

export function viewOf(text: string): View {
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    starts[at] = at;
    ends[at] = at + 1;
  }
  return { chars: text, starts, ends };
}

/** Where in the original the characters from `start` to `end` of a view stand. */
export function rangeIn({ starts, ends }: View, start: number, end: number): Range {
  return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 };
}

/** Where in the original each match of a pattern stands that this view has. */
export function findAll(view: View, pattern: RegExp): Range[] {
  return [...view.chars.matchAll(pattern)].map(({ 0: match, index }) =>
    rangeIn(view, index, index + match.length),
  );
}

/** The view with each match replaced; null from `replace` leaves the match as it is. */
export function rewrite(
  from: View,
  pattern: RegExp,
  replace: (match: RegExpMatchArray) => string | null,
): View {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  const copyUntil = (end: number) => {
    parts.push(from.chars.slice(at, end));
    for (; at < end; at += 1) {
      starts.push(from.starts[at] ?? 0);
      ends.push(from.ends[at] ?? 0);
    }
  };
  for (const match of from.chars.matchAll(pattern)) {
    const put = replace(match);
    if (put === null) continue;
    copyUntil(match.index);
    at = match.index + match[0].length;
    const { start, end } = rangeIn(from, match.index, at);
    parts.push(put);
    for (let i = 0; i < put.length; i += 1) {
      starts.push(start);
      ends.push(end);
    }
  }
  if (at === 0) return from;
  copyUntil(from.chars.length);
  return { chars: parts.join(''), starts, ends };
}
