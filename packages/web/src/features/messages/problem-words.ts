import type { KnownTag } from './rich-text/find-tags';

/** The tag that the words of a problem name as the right one, if they do; they come in the language of the page. */
export function suggestedTag(
  message: string,
  wrong: string,
  tags: readonly KnownTag[],
): KnownTag | undefined {
  if (!/Did you mean|Write \[|Querías decir|Escribe \[/.test(message)) return undefined;
  const named = [...message.matchAll(/\[([A-Za-z]+)\]/g)]
    .map(([, name]) => name)
    .filter((name) => name !== wrong);
  return tags.find(({ name }) => name === named.at(-1));
}

/** The words that a problem proposes for when the value is empty; '' where it proposes none. */
export function proposedFallback(message: string): string {
  const words = /\[\w+\|([^\]]*)\]/.exec(message)?.[1] ?? '';
  return words === '…' ? '' : words;
}
