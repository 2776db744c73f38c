import type { MagicTagName } from './magic-tags.ts';
import type { WhyNoTag } from './suggest-tag.ts';

/**
 * A body as it is understood: nothing but these shapes exists, so nothing else can be stored or sent, whatever HTML it
 * was read from. Both parts of a mail are made from it.
 */
export type Block =
  | { kind: 'paragraph'; runs: Run[] }
  | { kind: 'heading'; level: 1 | 2 | 3; runs: Run[] }
  | { kind: 'list'; ordered: boolean; items: Block[][] }
  | { kind: 'quote'; blocks: Block[] };

/** In the order in which they enclose each other. */
export const MARKS = ['strong', 'em', 'u', 's'] as const;
export type Mark = (typeof MARKS)[number];

interface Style {
  marks: readonly Mark[];
  /** An http, https or mailto address, LOGIN_LINK, or null. */
  link: string | null;
}

export type TextRun = Style & { kind: 'text'; text: string };
export type TagRun = Style & { kind: 'tag'; tag: MagicTagName; fallback: string | null };
interface BreakRun {
  kind: 'break';
}
export type Run = TextRun | TagRun | BreakRun;

/** A link's target that becomes the reader's login link; no other target looks like it. */
export const LOGIN_LINK = '[loginLink]';

export type MessageFault =
  | { kind: 'UNKNOWN_TAG'; typed: string; suggestion: MagicTagName | null; why: WhyNoTag | null }
  /** As it stands there: it goes out as this. */
  | { kind: 'FOREIGN_TAG'; shown: string; suggestion: MagicTagName | null }
  | { kind: 'TAG_NOT_ALLOWED_HERE'; tag: MagicTagName; inside: TagSpot }
  | { kind: 'MISLEADING_LINK'; shown: string; target: string; isOurs: boolean }
  | { kind: 'TOO_LONG'; what: 'SUBJECT' | 'BODY' | 'LINES' | 'MARKUP' };

export type TagSpot = 'SUBJECT' | 'ADDRESS' | 'OTHER_TEXT' | 'ATTRIBUTE' | 'LINK_TEXT';

/** With the part of the message in which it is mended. */
export type PlacedFault = MessageFault & { place: 'SUBJECT' | 'BODY' };

export interface MessageDocument {
  blocks: Block[];
  faults: MessageFault[];
}

export const sameStyle = (a: Style, b: Style) =>
  a.link === b.link && a.marks.length === b.marks.length && a.marks.every((mark, at) => mark === b.marks[at]);

/** All runs of all blocks, in reading order. */
export function runsOf(blocks: readonly Block[]): Run[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flatMap(runsOf);
    return block.kind === 'quote' ? runsOf(block.blocks) : block.runs;
  });
}
