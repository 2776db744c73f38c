import type { InboundMail } from '../../../platform/mail/mailgun-inbound.ts';
import { ownWords, type Answered } from './own-words.ts';
import { textOfHtml } from './text-of-html.ts';

/** Of a mail's text: nobody writes more by hand. */
const MOST_READ = 64 * 1024;

/**
 * What this mail says of its own, without secrets; empty where it says nothing in words. Secrets are cut out of the whole
 * first, so that none is cut in two where a quote begins.
 */
export async function newTextOf(
  { text, html }: Pick<InboundMail, 'text' | 'html'>,
  answered: Answered,
  hide: (text: string) => Promise<string>,
): Promise<string> {
  for (const reading of [text, html && textOfHtml(html)]) {
    const read = plainText(reading.slice(0, MOST_READ));
    const own = read.trim() === '' ? '' : ownWords(await hide(read), answered);
    if (own !== '') return own;
  }
  return '';
}

/** Without what no database keeps and no page shows: control characters, halves of letters. */
function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '');
}

export function plainLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}
