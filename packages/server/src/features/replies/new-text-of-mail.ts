import type { InboundMail } from '../../platform/mail/mailgun-inbound.ts';
import { MOST_LETTERS } from './replies.types.ts';
import { newText } from './new-text.ts';
import { textOfHtml } from './text-of-html.ts';

// What is written anew stands above what is quoted, or below a quote of bearable length.
const MOST_READ = 256 * 1024;
/** A link that begins within the text that is kept ends within this. */
const MARGIN = 4_000;
const MOST_HIDDEN = 48 * 1024;

/**
 * What this mail says that is new, without secrets; empty where it says nothing in words. They are cut out of the whole
 * first, so that none is cut in two where a quote begins, and again of what is left, so that none is put together there.
 */
export async function newTextOf(
  { texts, htmls }: Pick<InboundMail, 'texts' | 'htmls'>,
  hide: (text: string) => Promise<string>,
): Promise<string> {
  const readings = texts.length > 0 ? texts : htmls.map(textOfHtml);
  for (const reading of readings) {
    const text = plainText(reading.slice(0, MOST_READ));
    const found = newText((await hide(text.slice(0, MOST_HIDDEN))) + text.slice(MOST_HIDDEN));
    if (found !== '') return hide(found.slice(0, MOST_LETTERS + MARGIN));
  }
  return '';
}

/** Without what no database keeps and no page shows: control characters, halves of letters. */
function plainText(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, '');
}

export function plainLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}
