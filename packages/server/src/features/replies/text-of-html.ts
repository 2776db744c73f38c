import { Parser } from 'htmlparser2';

const BLOCKS = new Set(
  'p div br tr li ul ol table h1 h2 h3 h4 h5 h6 hr pre section article header footer dl dt dd address'.split(
    ' ',
  ),
);
const UNSEEN = new Set(['script', 'style', 'head', 'title', 'template', 'svg', 'blockquote']);
// From here on all is quoted: mail programs put these before it.
const QUOTE_BEGINS =
  /^(?:appendonsend|divRplyFwdMsg|mail-editor-reference-message-container|OLK_SRC_BODY_SECTION)$/i;
const QUOTE =
  /(?:^|[\s_])(?:gmail_quote|gmail_attr|gmail_extra|yahoo_quoted|protonmail_quote|moz-cite-prefix|zmail_extra|tutanota_quote)(?:$|[\s_])/i;
// What somebody writes fits; nesting without end takes long to close.
const LONGEST = 256 * 1024;
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** The plain text of an HTML mail's new part: quotes left out, nothing else of the markup kept but line breaks. */
export function textOfHtml(html: string): string {
  const parts: string[] = [];
  let depth = 0;
  /** Below this depth nothing is seen. */
  let unseenAt: number | null = null;
  let isOver = false;
  const parser = new Parser(
    {
      onopentag(name, { id, class: classes }) {
        if (VOID.has(name)) {
          if (unseenAt === null && !isOver && BLOCKS.has(name)) parts.push('\n');
          return;
        }
        depth += 1;
        if (QUOTE_BEGINS.test(id ?? '')) isOver = true;
        if (unseenAt === null && (UNSEEN.has(name) || QUOTE.test(classes ?? ''))) unseenAt = depth;
        if (unseenAt === null && !isOver && BLOCKS.has(name)) parts.push('\n');
      },
      ontext(text) {
        if (unseenAt === null && !isOver) parts.push(text.replace(/[\s\u00a0]+/g, ' '));
      },
      onclosetag(name) {
        if (VOID.has(name)) return;
        if (unseenAt === depth) unseenAt = null;
        depth -= 1;
        if (unseenAt === null && !isOver && BLOCKS.has(name)) parts.push('\n');
      },
    },
    { decodeEntities: true },
  );
  parser.end(html.slice(0, LONGEST));
  return parts
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
