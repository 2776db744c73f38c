import type { MessageContent } from './compose-message.ts';
import { escapeHtml } from './escape-html.ts';
import { filledTag, fillDocument, type Filling } from './fill-document.ts';
import { hideFromMailgun } from './hide-from-mailgun.ts';
import { htmlOfBlocks } from './html-of-document.ts';
import type { Block } from './message-document.ts';
import { textOfBlocks } from './text-of-document.ts';

export interface Reader extends Filling {
  /** Named in a first line: where several readers share an address. Null for no such line. */
  forWhom: string | null;
  /** The login link's end, as its reader's clock shows it. Null where no link was made. */
  linkWorksUntil: string | null;
  /** Where an answer reaches the coach, for mails without a Reply-To. Null where replying does. */
  answerTo: string | null;
}

/** What stands around a message, in its reader's language. Names and addresses come as one line. */
export interface MessageWords {
  /** The first line where several readers share an address. */
  forReader: (reader: string) => string;
  /** Who wrote this and how to answer. `answerTo` null: by a reply. */
  sender: (names: { coach: string; practice: string; answerTo: string | null }) => string;
  /** What the login link is. `until` null: no link was made. */
  aboutLink: (facts: { coach: string; until: string | null }) => string;
  /** The whole HTML part. `content`: HTML, all values in it escaped. */
  frame: (parts: { subject: string; fromName: string; content: string }) => string;
}

export interface RenderedMessage {
  subject: string;
  text: string;
  html: string;
  usesLoginLink: boolean;
}

/** What one reader reads, each tag filled once. */
function blocksFor(
  message: MessageContent,
  reader: Reader,
  words: MessageWords,
): { body: Block[]; below: Block[] } {
  const above = reader.forWhom === null ? [] : [paragraph(words.forReader(oneLine(reader.forWhom)))];
  return {
    body: [...above, ...fillDocument(message.blocks, reader)],
    below: closing(reader, message.usesLoginLink, words).map(paragraph),
  };
}

const textOf = ({ body, below }: ReturnType<typeof blocksFor>, width?: number) =>
  `${textOfBlocks([...body, paragraph('-----'), ...below], width)}\n`;

/** The words alone, each paragraph in one line: what a reply is compared with. */
export const wordsOfMessage = (message: MessageContent, reader: Reader, words: MessageWords): string =>
  textOf(blocksFor(message, reader, words), Infinity);

/** One message for one reader: both parts from the same content. */
export function renderMessage(message: MessageContent, reader: Reader, words: MessageWords): RenderedMessage {
  const { usesLoginLink } = message;
  const { values } = reader;
  const subject = message.subject
    .map((run) => (run.kind === 'tag' ? filledTag(run, values) : run.kind === 'text' ? run.text : ' '))
    .join('');
  const blocks = blocksFor(message, reader, words);
  const content = [
    htmlOfBlocks(blocks.body, look),
    '<hr style="margin:24px 0 16px;border:0;border-top:1px solid #cccccc">',
    htmlOfBlocks(blocks.below, { ...look, attributes: () => ` style="${SMALL}"` }),
  ].join('\n');
  return {
    subject,
    text: textOf(blocks),
    html: hideFromMailgun(words.frame({ subject, fromName: oneLine(values.practiceName), content })),
    usesLoginLink,
  };
}

const SMALL = 'margin:0 0 8px;font-size:14px;color:#6b6b6b';

const STYLES: Record<string, string> = {
  p: 'margin:0 0 16px',
  h1: 'margin:24px 0 12px;font-size:24px;line-height:1.25',
  h2: 'margin:24px 0 12px;font-size:20px;line-height:1.25',
  h3: 'margin:20px 0 8px;font-size:17px;line-height:1.25',
  ul: 'margin:0 0 16px;padding-left:24px',
  ol: 'margin:0 0 16px;padding-left:24px',
  blockquote: 'margin:0 0 16px;padding-left:12px;border-left:3px solid #cccccc',
  // Addresses are long: they break rather than widen a small screen.
  a: 'word-break:break-word',
};

const look = {
  attributes: (element: string) => (STYLES[element] ? ` style="${STYLES[element]}"` : ''),
  // None is left once a document is filled.
  tag: ({ tag }: { tag: string }) => escapeHtml(`[${tag}]`),
};

const paragraph = (text: string): Block => ({
  kind: 'paragraph',
  runs: [{ kind: 'text', text, marks: [], link: null }],
});

const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ').trim();

/** Who wrote this, and what the link in it is. */
function closing(
  { values, linkWorksUntil, answerTo }: Reader,
  usesLoginLink: boolean,
  words: MessageWords,
): string[] {
  const line = (text: string | null) => (text === null ? null : oneLine(text));
  const coach = oneLine(values.coachName);
  const practice = oneLine(values.practiceName);
  const sender = words.sender({ coach, practice, answerTo: line(answerTo) });
  return usesLoginLink ? [sender, words.aboutLink({ coach, until: line(linkWorksUntil) })] : [sender];
}
