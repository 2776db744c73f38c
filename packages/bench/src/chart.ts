/** Bars of the CPU that one request takes, as an SVG that fits light and dark pages. */
import { NAMES, type Report, type Row } from './report.ts';

const WIDTH = 760;
const BARS_FROM = 250;
const BARS_TO = 620;
const LINE = 22;
const GAP = 30;

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #1f2328; }
  .title { font-weight: 600; }
  .small { font-size: 11px; fill: #59636e; }
  .bar { fill: #8c959f; }
  .product { fill: #1a7f64; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc; }
    .small { fill: #9198a1; }
    .bar { fill: #656c76; }
    .product { fill: #3fb68b; }
  }`;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const text = (x: number, y: number, words: string, kind = '') =>
  `<text x="${x}" y="${y}"${kind && ` class="${kind}"`}>${escaped(words)}</text>`;

function bar({ contender, cpuMsPerRequest, errors }: Row, y: number, most: number): string {
  const { min, median, max } = cpuMsPerRequest;
  const width = Math.max(2, Math.round((median / most) * (BARS_TO - BARS_FROM)));
  const kind = contender === 'product' ? 'product' : 'bar';
  const words = errors === 0 ? `${median} ms (${min}–${max})` : 'not valid';
  return [
    text(0, y + 13, NAMES[contender]),
    `<rect class="${kind}" x="${BARS_FROM}" y="${y + 3}" width="${width}" height="${LINE - 8}" rx="2"/>`,
    text(BARS_FROM + width + 6, y + 14, words, 'small'),
  ].join('\n');
}

export function chartOf({ operations, day, machine, rounds }: Report): string {
  let y = 34;
  const parts: string[] = [];
  for (const { operation, rows } of operations) {
    parts.push(text(0, y + 12, operation, 'title'));
    y += LINE;
    const most = Math.max(...rows.map(({ cpuMsPerRequest }) => cpuMsPerRequest.median));
    for (const row of rows) {
      parts.push(bar(row, y, most));
      y += LINE;
    }
    y += GAP - LINE;
  }
  const title = 'CPU of the server for one request: less is better';
  const below = `Median of ${rounds} rounds (least–most); each operation has a scale of its own. ${machine}, ${day}.`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y + 20}" role="img" aria-label="${title}">
<style>${STYLE}
</style>
${text(0, 14, title, 'title')}
${parts.join('\n')}
${text(0, y + 10, below, 'small')}
</svg>
`;
}
