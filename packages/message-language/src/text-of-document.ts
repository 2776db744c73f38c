import type { Block, Run } from './message-document.ts';

/** The widest line of a mail's text part; only an address may be longer. */
const TEXT_WIDTH = 76;

/** A line; an address stands on its own, whatever it stands in. */
interface Line {
  text: string;
  isAddress: boolean;
}

/** Lines of plain text: no markup, each link's address alone on its line, bare. */
export function textOfBlocks(blocks: readonly Block[], width = TEXT_WIDTH): string {
  return linesOfBlocks(blocks, width)
    .map(({ text }) => text)
    .join('\n');
}

function linesOfBlocks(blocks: readonly Block[], width: number): Line[] {
  return blocks.flatMap((block, at) => [
    ...(at === 0 ? [] : [{ text: '', isAddress: false }]),
    ...linesOfBlock(block, width),
  ]);
}

function linesOfBlock(block: Block, width: number): Line[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return linesOfRuns(block.runs, width);
    case 'quote':
      return indented(linesOfBlocks(block.blocks, width - 2), '> ', '> ');
    case 'list':
      return block.items.flatMap((item, at) => {
        const bullet = block.ordered ? `${at + 1}. ` : '- ';
        return indented(linesOfBlocks(item, width - bullet.length), bullet, ' '.repeat(bullet.length));
      });
  }
}

function indented(lines: readonly Line[], first: string, others: string): Line[] {
  return lines.map((line, at) => {
    if (line.isAddress) return line;
    return { ...line, text: `${at === 0 ? first : others}${line.text}`.trimEnd() };
  });
}

function linesOfRuns(runs: readonly Run[], width: number): Line[] {
  const lines: Line[] = [];
  let words = '';
  const endWords = () => {
    const afterAddress = lines.at(-1)?.isAddress ?? false;
    // A full stop behind a link would stand alone on its line.
    const rest = afterAddress ? words.replace(/^[.,;:]+(?=\s|$)/, '').trimStart() : words;
    if (rest.trim() !== '') lines.push(...rest.split('\n').flatMap((line) => wrapped(line.trimEnd(), width)));
    words = '';
  };
  for (const { text, link } of pieces(runs)) {
    if (link === null) words += text;
    else {
      const address = link.replace(/^mailto:/i, '');
      words += labelled(text.replaceAll(link, '').replaceAll(address, ''));
      words = words.trimEnd();
      endWords();
      lines.push({ text: address, isAddress: true });
    }
  }
  endWords();
  return lines;
}

const labelled = (text: string) => (/[\p{L}\p{N})\]"']\s*$/u.test(text) ? `${text.trimEnd()}:` : text);

/** The text of the runs, those of one link together. */
function pieces(runs: readonly Run[]): { text: string; link: string | null }[] {
  const together: { text: string; link: string | null }[] = [];
  for (const run of runs) {
    const link = run.kind === 'break' ? null : run.link;
    const text = run.kind === 'text' ? run.text : run.kind === 'break' ? '\n' : '';
    const last = together.at(-1);
    if (last && last.link === link) last.text += text;
    else together.push({ text, link });
  }
  return together;
}

/** Wraps at ordinary spaces. A line that fits stays as it is. */
function wrapped(text: string, width: number): Line[] {
  if (text.length <= width) return [{ text, isAddress: false }];
  const lines: Line[] = [];
  let line = '';
  for (const word of text.split(/ +/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > width) {
      lines.push({ text: line, isAddress: false });
      line = word;
    } else line = longer;
  }
  return [...lines, { text: line, isAddress: false }];
}
