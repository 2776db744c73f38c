import type { OwnHosts } from './token-links.ts';
import { MARKS, type Block, type Mark, type MessageFault, type Run } from './message-document.ts';
import { splitAtTags } from './split-at-tags.ts';
import { tidyRuns } from './tidy-runs.ts';

type Container =
  { kind: 'blocks'; blocks: Block[] } | { kind: 'list'; list: Extract<Block, { kind: 'list' }> };

/** Builds blocks from what a parser meets, in order. Ends what stands open where something new begins. */
export class BlockBuilder {
  readonly blocks: Block[] = [];
  readonly #containers: Container[] = [{ kind: 'blocks', blocks: this.blocks }];
  readonly #marks: Mark[] = [];
  readonly #links: (string | null)[] = [];
  readonly #ownHosts: OwnHosts;
  readonly #faults: MessageFault[];
  #level: 1 | 2 | 3 | null = null;
  #runs: Run[] = [];

  constructor(ownHosts: OwnHosts, faults: MessageFault[]) {
    this.#ownHosts = ownHosts;
    this.#faults = faults;
  }

  text(text: string): void {
    if (text === '') return;
    const marks = MARKS.filter((mark) => this.#marks.includes(mark));
    this.#runs.push({ kind: 'text', text, marks, link: this.#links.at(-1) ?? null });
  }

  lineBreak(): void {
    this.#runs.push({ kind: 'break' });
  }

  /** Inside it all text looks so; the answer ends it. */
  mark(mark: Mark): () => void {
    this.#marks.push(mark);
    return () => this.#marks.splice(this.#marks.lastIndexOf(mark), 1);
  }

  link(target: string | null): () => void {
    this.#links.push(target);
    return () => this.#links.pop();
  }

  /** A paragraph, or a heading of this level. */
  paragraph(level: 1 | 2 | 3 | null = null): () => void {
    this.flush();
    this.#level = level;
    return () => {
      this.flush();
      this.#level = null;
    };
  }

  quote(): () => void {
    return this.#enter({ kind: 'blocks', blocks: [] }, (blocks) => ({ kind: 'quote', blocks }));
  }

  list(ordered: boolean): () => void {
    this.flush();
    const list: Extract<Block, { kind: 'list' }> = { kind: 'list', ordered, items: [] };
    const into = this.#blocks();
    this.#containers.push({ kind: 'list', list });
    return () => {
      this.flush();
      this.#containers.pop();
      list.items = list.items.filter((item) => item.length > 0);
      if (list.items.length > 0) into.push(list);
    };
  }

  item(): () => void {
    this.flush();
    const top = this.#containers.at(-1);
    if (top?.kind !== 'list') return () => this.flush();
    const item: Block[] = [];
    this.#containers.push({ kind: 'blocks', blocks: item });
    return () => {
      this.flush();
      this.#containers.pop();
      top.list.items.push(item);
    };
  }

  /** Ends the paragraph that stands open. */
  flush(): void {
    if (this.#runs.length === 0) return;
    const runs = tidyRuns(splitAtTags(tidyRuns(this.#runs), this.#ownHosts, this.#faults));
    this.#runs = [];
    if (runs.length === 0) return;
    const level = this.#level;
    this.#blocks().push(level ? { kind: 'heading', level, runs } : { kind: 'paragraph', runs });
  }

  #enter(container: { kind: 'blocks'; blocks: Block[] }, asBlock: (blocks: Block[]) => Block): () => void {
    this.flush();
    const into = this.#blocks();
    this.#containers.push(container);
    return () => {
      this.flush();
      this.#containers.pop();
      if (container.blocks.length > 0) into.push(asBlock(container.blocks));
    };
  }

  /** Where a block goes now. One that stands right inside a list, as no HTML should have it, is an item. */
  #blocks(): Block[] {
    const top = this.#containers.at(-1);
    if (top?.kind === 'blocks') return top.blocks;
    if (!top) return this.blocks;
    const item: Block[] = [];
    top.list.items.push(item);
    return item;
  }
}
