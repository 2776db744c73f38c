import type { OwnHosts } from './token-links.ts';
import { MOST_BODY_LENGTH } from './compose-html.ts';
import type { Block, MessageDocument, MessageFault, Run, TextRun } from './message-document.ts';
import { splitAtTags } from './split-at-tags.ts';

/** What nobody writes by hand; each is a shape of its own in the document, as an element of HTML is. */
export const MOST_LINES = 10_000;
const ADDRESS = /https?:\/\/[^\s<>"]+/gi;

/** Reads a plain text body into a document: paragraphs, lines, and links where http(s) addresses stand. */
export function composeText(text: string, ownHosts: OwnHosts): MessageDocument {
  if (text.length > MOST_BODY_LENGTH) return { blocks: [], faults: [{ kind: 'TOO_LONG', what: 'BODY' }] };
  const faults: MessageFault[] = [];
  const blocks: Block[] = [];
  let lines: string[] = [];
  const endParagraph = () => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', runs: runsOfLines(lines, ownHosts, faults) });
    lines = [];
  };
  const all = plainText(text).split('\n');
  if (all.length > MOST_LINES) return { blocks: [], faults: [{ kind: 'TOO_LONG', what: 'LINES' }] };
  for (const line of all) {
    if (line.trim() === '') endParagraph();
    else lines.push(line.trimEnd());
  }
  endParagraph();
  return { blocks, faults };
}

/** Without control characters, with one kind of line break. */
export function plainText(typed: string): string {
  return typed
    .replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
    .replaceAll('\t', '    ')
    .replace(/(?!\n)\p{Cc}|\p{Cs}/gu, '');
}

function runsOfLines(lines: readonly string[], ownHosts: OwnHosts, faults: MessageFault[]): Run[] {
  const runs: Run[] = [];
  for (const text of lines) {
    if (runs.length > 0) runs.push(BREAK);
    runs.push({ kind: 'text', text, marks: [], link: null });
  }
  const found: Run[] = [];
  for (const run of splitAtTags(runs, ownHosts, faults))
    if (run.kind === 'text' && run.text.includes('://')) found.push(...withLinks(run));
    else found.push(run);
  return found;
}

const BREAK: Run = { kind: 'break' };

function withLinks(run: TextRun): TextRun[] {
  const parts: TextRun[] = [];
  let at = 0;
  const add = (text: string, link: string | null) => {
    if (text !== '') parts.push({ ...run, text, link });
  };
  for (const match of run.text.matchAll(ADDRESS)) {
    const address = withoutEnd(match[0]);
    if (!URL.canParse(address)) continue;
    add(run.text.slice(at, match.index), null);
    add(address, address);
    at = match.index + address.length;
  }
  add(run.text.slice(at), null);
  return parts;
}

/** A full stop or a closing bracket behind an address is the sentence's. */
function withoutEnd(address: string): string {
  let end = address.length;
  const isOpened = address.includes('(');
  for (; end > 0; end -= 1) {
    const char = address[end - 1] ?? '';
    if (!'.,;:!?\'"]}*'.includes(char) && !(char === ')' && !isOpened)) break;
  }
  return address.slice(0, end);
}
