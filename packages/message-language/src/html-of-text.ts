import { composeText } from './compose-text.ts';
import { storedHtml } from './html-of-document.ts';
import type { OwnHosts } from './token-links.ts';

/** A plain text body as the composer takes it, read as it would be sent. Spaces that HTML would swallow stay. */
export function htmlOfText(text: string, ownHosts: OwnHosts): string {
  const kept = text.replace(/^ +| {2,}/gm, (spaces) => '\u00a0'.repeat(spaces.length));
  return storedHtml(composeText(kept, ownHosts).blocks);
}
