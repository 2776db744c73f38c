import { tagValue, type TagValues } from './magic-tags.ts';
import { setApart } from './set-apart.ts';
import { LOGIN_LINK, type Block, type Run, type TagRun, type TextRun } from './message-document.ts';
import { tagSource } from './tag-source.ts';

/** What stands for the tags: for one reader, or with `loginLink: null` for nobody. */
export interface Filling {
  values: TagValues;
  /** Null: the literal tag stands everywhere, with no address behind it. */
  loginLink: string | null;
}

/** Puts the values in, in one pass: they become text, and text is never looked at for tags again. */
export function fillDocument(blocks: readonly Block[], filling: Filling): Block[] {
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'list':
        return { ...block, items: block.items.map((item) => fillDocument(item, filling)) };
      case 'quote':
        return { ...block, blocks: fillDocument(block.blocks, filling) };
      case 'paragraph':
      case 'heading':
        return { ...block, runs: fillRuns(block.runs, filling) };
    }
  });
}

/** A tag's value for this reader, or its fallback; the login link is no value. */
export function filledTag(run: Pick<TagRun, 'tag' | 'fallback'>, values: TagValues): string {
  if (run.tag === 'loginLink') return tagSource(run.tag, run.fallback);
  return tagValue(run.tag, values) || (run.fallback ?? '');
}

function fillRuns(runs: readonly Run[], { values, loginLink }: Filling): Run[] {
  const links = new Set<Run>();
  const filledRuns = runs.flatMap((run, at): Run[] => {
    if (run.kind === 'break') return [run];
    const filled: TextRun =
      run.kind === 'text'
        ? { ...run }
        : { kind: 'text', text: filledTag(run, values), marks: run.marks, link: run.link };
    const isLoginLink = run.kind === 'tag' && run.tag === 'loginLink';
    if (isLoginLink) links.add(filled);
    if (isLoginLink && loginLink !== null) filled.text = loginLink;
    if (isLoginLink || run.link === LOGIN_LINK) filled.link = loginLink;
    const literal = loginLink === null && endsLoginLink(runs, at) && !showsTag(runs, at);
    return literal ? [filled, { ...filled, text: ` ${LOGIN_LINK}` }] : [filled];
  });
  return setApart(filledRuns, (run) => links.has(run));
}

const leadsToLogin = (run: Run | undefined) =>
  run !== undefined && run.kind !== 'break' && run.link === LOGIN_LINK;

const endsLoginLink = (runs: readonly Run[], at: number) =>
  leadsToLogin(runs[at]) && !leadsToLogin(runs[at + 1]);

/** Whether the link that ends here has the tag among its words. */
function showsTag(runs: readonly Run[], end: number): boolean {
  for (let at = end; leadsToLogin(runs[at]); at -= 1) {
    const run = runs[at];
    if (run?.kind === 'tag' && run.tag === 'loginLink') return true;
  }
  return false;
}
