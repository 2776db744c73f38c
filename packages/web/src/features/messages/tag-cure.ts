type Problem = { kind: string; tag: string | null; message: string };

/** The tag that the words of a problem name as the right one, if they do. */
export function suggestedTag({ kind, tag, message }: Problem): string | undefined {
  if (kind !== 'UNKNOWN_TAG' || !tag) return undefined;
  const named = [...message.matchAll(/\[([A-Za-z]+)\]/g)].map(([, name]) => name);
  return named.filter((name) => name !== tag).at(-1);
}

/** Puts the right name into every tag that was written wrongly; a fallback stays. */
export function replaceTag(text: string, wrong: string, right: string): string {
  return text.replaceAll(`[${wrong}]`, `[${right}]`).replaceAll(`[${wrong}|`, `[${right}|`);
}
