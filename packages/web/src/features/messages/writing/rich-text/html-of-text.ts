const address = /https?:\/\/[^\s<>"[\]]+/gi;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => entities[char] ?? char);
}

/** A plain text body as the editor takes it: paragraphs where lines are empty, links where addresses stand. */
export function htmlOfText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[ \t]*\n)+/)
    .map((paragraph) => paragraph.replace(/^\n+|\s+$/g, ''))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${paragraph.split('\n').map(htmlOfLine).join('<br>')}</p>`)
    .join('');
}

function htmlOfLine(typed: string): string {
  // Spaces that HTML would swallow stay.
  const line = typed.replaceAll('\t', '    ').replace(/^ +| {2,}/g, (run) => '\u00a0'.repeat(run.length));
  let html = '';
  let at = 0;
  for (const { index, 0: found } of line.matchAll(address)) {
    // A full stop or a closing bracket behind an address is the sentence's.
    const href = found.replace(/[.,;:!?'"}*]+$/, '').replace(/^([^(]*)\)+$/, '$1');
    html += `${escapeHtml(line.slice(at, index))}<a href="${escapeHtml(href)}">${escapeHtml(href)}</a>`;
    at = index + href.length;
  }
  return html + escapeHtml(line.slice(at));
}
