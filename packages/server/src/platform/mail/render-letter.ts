import { escapeHtml } from '@latchstring/message-language';
import { htmlFrame } from './html-frame.ts';
import { words, type Letter, type Paragraph } from './letter.ts';
import { say, speaking } from '../language/say.ts';

const TEXT_WIDTH = 76;

/** The text part: wrapped at 76 characters, addresses never wrapped and alone on their line. */
export function renderText(letter: Letter): string {
  return `${paragraphsOf(letter).map(textOf).join('\n\n')}\n`;
}

function paragraphsOf({ language, paragraphs, fromName, writeTo }: Letter): Paragraph[] {
  if (writeTo === undefined) return paragraphs;
  const where = speaking(language, () =>
    say().loginLetters.nobodyReadsAnswersToThisMail({ fromName, writeTo }),
  );
  return [...paragraphs, words(where)];
}

function textOf(paragraph: Paragraph): string {
  switch (paragraph.kind) {
    case 'words':
      return wrap(paragraph.text);
    case 'list':
      return paragraph.items.map((item) => wrap(`- ${item}`, '  ')).join('\n');
    case 'quote':
      return paragraph.text
        .split('\n')
        .map((line) => wrap(line, '', '> '))
        .join('\n');
    case 'button':
      return `${wrap(`${paragraph.label}:`)}\n\n${paragraph.url}`;
    case 'value':
      return `${wrap(`${paragraph.label}:`)}\n\n    ${paragraph.value}`;
  }
}

function wrap(text: string, indent = '', before = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const next = line === '' ? word : `${line} ${word}`;
    if (line !== '' && next.length > TEXT_WIDTH) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = next;
  }
  return [...lines, line].map((one) => `${before}${one}`.trimEnd()).join('\n');
}

/** The HTML part: no images, no scripts, nothing fetched. */
export function renderHtml(letter: Letter): string {
  const { language, subject, fromName } = letter;
  return htmlFrame({ language, subject, fromName, content: paragraphsOf(letter).map(htmlOf).join('\n') });
}

const P = 'margin:0 0 16px';

function htmlOf(paragraph: Paragraph): string {
  switch (paragraph.kind) {
    case 'words':
      return `<p style="${P}">${escapeHtml(paragraph.text)}</p>`;
    case 'list':
      return `<ul style="${P};padding-left:20px">${paragraph.items.map((i) => `<li style="margin:0 0 4px">${escapeHtml(i)}</li>`).join('')}</ul>`;
    case 'quote':
      return `<blockquote style="${P};padding-left:12px;border-left:3px solid #cccccc">${paragraph.text.split('\n').map(escapeHtml).join('<br>')}</blockquote>`;
    case 'button':
      return `<p style="margin:24px 0"><a href="${escapeHtml(paragraph.url)}" style="display:inline-block;padding:14px 24px;border-radius:10px;background:#1f5f4a;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(paragraph.label)}</a></p>`;
    case 'value':
      return `<p style="${P}">${escapeHtml(paragraph.label)}:<br><strong style="font:600 20px/1.6 ui-monospace,Menlo,Consolas,monospace">${escapeHtml(paragraph.value)}</strong></p>`;
  }
}
