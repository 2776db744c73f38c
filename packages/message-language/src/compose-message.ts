import { composeHtml } from './compose-html.ts';
import { hideTokenLinks, type OwnHosts } from './token-links.ts';
import { composeText, plainText } from './compose-text.ts';
import { storedHtml } from './html-of-document.ts';
import { foreignTagsIn, foreignTagsOf } from './foreign-tags.ts';
import { magicTag, type MagicTagName } from './magic-tags.ts';
import {
  LOGIN_LINK,
  runsOf,
  type Block,
  type MessageFault,
  type PlacedFault,
  type Run,
  type TagRun,
} from './message-document.ts';
import { misleadingLinks } from './misleading-links.ts';
import { splitAtTags } from './split-at-tags.ts';

/** Characters of a subject, as typed. */
export const MOST_SUBJECT_LENGTH = 200;

export interface WrittenMessage {
  subject: string;
  body: string;
  bodyFormat: 'HTML' | 'TEXT';
}

/** A message as its document: kept as this, and filled in for each of its readers. */
export interface MessageContent {
  /** Text and tags. */
  subject: Run[];
  blocks: Block[];
  usesLoginLink: boolean;
}

/** A message understood once: what it is, and what to say of it. */
export interface ComposedMessage {
  content: MessageContent;
  faults: PlacedFault[];
  /** Tags whose value a reader must have, and where they stand first: those with a fallback are not among them. */
  neededTags: { tag: MagicTagName; place: PlacedFault['place'] }[];
  /** What may be stored, shown and copied: sanitised, login addresses replaced by the tag. Made when it is asked for. */
  readonly stored: WrittenMessage;
}

export function composeMessage(written: WrittenMessage, ownHosts: OwnHosts): ComposedMessage {
  const { subject: typed, body, bodyFormat } = written;
  const subjectFaults: MessageFault[] = [];
  const subject = composeSubject(typed, ownHosts, subjectFaults);
  const compose = bodyFormat === 'HTML' ? composeHtml : composeText;
  const { blocks, faults } = compose(body, ownHosts);
  const runs = runsOf(blocks);
  let stored: WrittenMessage | undefined;
  const usesLoginLink = runs.some(
    (run) => run.kind !== 'break' && (run.link === LOGIN_LINK || (run.kind === 'tag' && isLoginLink(run))),
  );
  return {
    content: { subject, blocks, usesLoginLink },
    faults: [
      ...subjectFaults.map((fault) => ({ ...fault, place: 'SUBJECT' as const })),
      ...[...faults, ...misleadingLinks(blocks, ownHosts), ...foreignTagsOf(blocks)].map((fault) => ({
        ...fault,
        place: 'BODY' as const,
      })),
    ],
    neededTags: neededTags(subject, runs),
    get stored() {
      return (stored ??= storedMessage(written, blocks, ownHosts));
    },
  };
}

function storedMessage(
  { subject, body, bodyFormat }: WrittenMessage,
  blocks: Block[],
  ownHosts: OwnHosts,
): WrittenMessage {
  return {
    subject: hideTokenLinks(oneLine(subject), ownHosts),
    body: bodyFormat === 'HTML' ? storedHtml(blocks) : hideTokenLinks(plainText(body), ownHosts),
    bodyFormat,
  };
}

function neededTags(subject: readonly Run[], body: readonly Run[]): ComposedMessage['neededTags'] {
  const needed = (runs: readonly Run[]) =>
    runs.flatMap((run) =>
      run.kind === 'tag' && run.fallback === null && !isLoginLink(run) ? [run.tag] : [],
    );
  const inSubject = new Set(needed(subject));
  const inBody = new Set(needed(body).filter((tag) => !inSubject.has(tag)));
  return [
    ...[...inSubject].map((tag) => ({ tag, place: 'SUBJECT' as const })),
    ...[...inBody].map((tag) => ({ tag, place: 'BODY' as const })),
  ];
}

const isLoginLink = ({ tag }: TagRun) => tag === 'loginLink';

/** A header is one line: a line break in it would begin another header. */
const oneLine = (typed: string) => typed.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ').trim();

function composeSubject(typed: string, ownHosts: OwnHosts, faults: MessageFault[]): Run[] {
  if (typed.length > MOST_SUBJECT_LENGTH) {
    faults.push({ kind: 'TOO_LONG', what: 'SUBJECT' });
    return [];
  }
  const runs: Run[] = [{ kind: 'text', text: oneLine(typed), marks: [], link: null }];
  const split = splitAtTags(runs, ownHosts, faults);
  for (const run of split)
    if (run.kind === 'tag' && !magicTag(run.tag).allowedInSubject)
      faults.push({ kind: 'TAG_NOT_ALLOWED_HERE', tag: run.tag, inside: 'SUBJECT' });
  faults.push(...foreignTagsIn(split));
  return split;
}
