/** A text as it reads once something is decoded: `chars[i]` came from `starts[i]` to `ends[i]` of the original. */
export interface View {
  chars: string;
  starts: Int32Array;
  ends: Int32Array;
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
  const puts: { put: string; start: number; end: number }[] = [];
  let length = from.chars.length;
  for (const match of from.chars.matchAll(pattern)) {
    const put = replace(match);
    if (put === null) continue;
    const start = match.index;
    const end = start + match[0].length;
    puts.push({ put, start, end });
    length += put.length - (end - start);
  }
  if (puts.length === 0) return from;
  const view = { starts: new Int32Array(length), ends: new Int32Array(length) };
  const parts: string[] = [];
  let [at, to] = [0, 0];
  const copyUntil = (end: number) => {
    parts.push(from.chars.slice(at, end));
    view.starts.set(from.starts.subarray(at, end), to);
    view.ends.set(from.ends.subarray(at, end), to);
    to += end - at;
  };
  for (const { put, start, end } of puts) {
    copyUntil(start);
    at = end;
    parts.push(put);
    const whole = rangeIn(from, start, end);
    view.starts.fill(whole.start, to, to + put.length);
    view.ends.fill(whole.end, to, to + put.length);
    to += put.length;
  }
  copyUntil(from.chars.length);
  return { chars: parts.join(''), ...view };
}
