import type { Letter, Paragraph } from './letter.ts';

const TEXT_WIDTH = 76;

/** The text part: wrapped at 76 characters, addresses never wrapped and alone on their line. */
export function renderText({ paragraphs }: Letter): string {
  return `${paragraphs.map(textOf).join('\n\n')}\n`;
}

function textOf(paragraph: Paragraph): string {
  switch (paragraph.kind) {
    case 'words':
      return wrap(paragraph.text);
    case 'list':
      return paragraph.items.map((item) => wrap(`- ${item}`, '  ')).join('\n');
    case 'button':
      return `${wrap(`${paragraph.label}:`)}\n\n${paragraph.url}`;
    case 'value':
      return `${wrap(`${paragraph.label}:`)}\n\n    ${paragraph.value}`;
  }
}

function wrap(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const next = line === '' ? word : `${line} ${word}`;
    if (line !== '' && next.length > TEXT_WIDTH) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = next;
  }
  return [...lines, line].join('\n');
}

/** The HTML part: no images, no scripts, nothing fetched; narrow, and readable in dark readers. */
export function renderHtml({ subject, fromName, paragraphs }: Letter): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escape(subject)}</title>
</head>
<body style="margin:0;padding:24px 16px;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<div style="max-width:520px;margin:0 auto">
<p style="margin:0 0 24px;font-size:14px;font-weight:600;color:#8a5a1f">${escape(fromName)}</p>
${paragraphs.map(htmlOf).join('\n')}
</div>
</body>
</html>
`;
}

const P = 'margin:0 0 16px';

function htmlOf(paragraph: Paragraph): string {
  switch (paragraph.kind) {
    case 'words':
      return `<p style="${P}">${escape(paragraph.text)}</p>`;
    case 'list':
      return `<ul style="${P};padding-left:20px">${paragraph.items.map((i) => `<li style="margin:0 0 4px">${escape(i)}</li>`).join('')}</ul>`;
    case 'button':
      return `<p style="margin:24px 0"><a href="${escape(paragraph.url)}" style="display:inline-block;padding:14px 24px;border-radius:10px;background:#1f5f4a;color:#ffffff;font-weight:600;text-decoration:none">${escape(paragraph.label)}</a></p>`;
    case 'value':
      return `<p style="${P}">${escape(paragraph.label)}:<br><strong style="font:600 20px/1.6 ui-monospace,Menlo,Consolas,monospace">${escape(paragraph.value)}</strong></p>`;
  }
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
}
