import { escapeHtml } from './escape-html.ts';
import { MARKS, type Block, type Mark, type Run, type TagRun } from './message-document.ts';
import { tagSource } from './tag-source.ts';

interface Look {
  /** The attributes of an element, with the space before them. */
  attributes: (element: string) => string;
  tag: (run: TagRun) => string;
}

/** What is stored and goes back to the composer: allowed elements only, tags as its chips. */
export function storedHtml(blocks: readonly Block[]): string {
  return htmlOfBlocks(blocks, {
    attributes: () => '',
    tag: (run) => `<span data-magic-tag="${run.tag}">${escapeHtml(tagSource(run.tag, run.fallback))}</span>`,
  });
}

export function htmlOfBlocks(blocks: readonly Block[], look: Look): string {
  return blocks.map((block) => htmlOfBlock(block, look)).join('\n');
}

function htmlOfBlock(block: Block, look: Look): string {
  const inside = (element: string, content: string) =>
    `<${element}${look.attributes(element)}>${content}</${element}>`;
  switch (block.kind) {
    case 'paragraph':
      return inside('p', htmlOfRuns(block.runs, look));
    case 'heading':
      return inside(`h${block.level}`, htmlOfRuns(block.runs, look));
    case 'quote':
      return inside('blockquote', htmlOfBlocks(block.blocks, look));
    case 'list': {
      const items = block.items.map((item) => inside('li', htmlOfBlocks(item, look)));
      return inside(block.ordered ? 'ol' : 'ul', items.join(''));
    }
  }
}

/** Opens and closes links and marks only where they change, so that a link stays one link. */
function htmlOfRuns(runs: readonly Run[], look: Look): string {
  let html = '';
  let open: string[] = [];
  const change = (wanted: string[]) => {
    const kept = commonLength(open, wanted);
    html += open.slice(kept).reverse().map(closing).join('');
    html += wanted.slice(kept).join('');
    open = wanted;
  };
  for (const run of runs) {
    if (run.kind === 'break') {
      change([]);
      html += '<br>';
    } else {
      change(openings(run.link, run.marks, look));
      html += run.kind === 'tag' ? look.tag(run) : escapeHtml(run.text);
    }
  }
  change([]);
  return html;
}

function openings(link: string | null, marks: readonly Mark[], look: Look): string[] {
  const a = link === null ? [] : [`<a href="${escapeHtml(link)}"${look.attributes('a')}>`];
  return [...a, ...MARKS.filter((mark) => marks.includes(mark)).map((mark) => `<${mark}>`)];
}

const closing = (opening: string) => `</${/^<(\w+)/.exec(opening)?.[1] ?? ''}>`;

function commonLength(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((part, at) => part !== b[at]);
  return differs === -1 ? a.length : differs;
}
