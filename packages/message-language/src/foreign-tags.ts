import { findTags } from './find-tags.ts';
import { MAGIC_TAGS, type MagicTagName } from './magic-tags.ts';
import { type Block, type MessageFault, type Run } from './message-document.ts';
import { meantExactly, suggestTag } from './suggest-tag.ts';

interface ForeignTag {
  /** As it stands there. */
  shown: string;
  suggestion: MagicTagName | null;
}

/** What other programs put around a name, and nobody else does. */
const UNMISTAKABLE = [/\{\{\{?([^{}\n]{1,80})\}\}\}?/g, /\*\|([^|*\n]{1,80})\|\*/g];

/** What may as well be meant as it stands: only around a name that stands for one of ours. */
const LIKELY = [
  /(?<![{$])\$?\{([^{}\n]{1,80})\}(?!\})/g,
  /%%([^%\n]{1,80})%%/g,
  /(?<!%)%([^%\s]{1,80})%(?!%)/g,
  // *|FNAME|* as an editor leaves it that makes what stands between two stars italic.
  /(?<![|*])\|(?=\S)([^|\n]{1,80})(?<=\S)\|(?![|*])/g,
  /<<([^<>\n]{1,80})>>/g,
  /«([^«»\n]{1,80})»/g,
  /[［【〔⟦❲]([^［【〔⟦❲\]］】〕⟧❳\n]{1,80})[\]］】〕⟧❳]/g,
  /\[([^［【〔⟦❲[\]］】〕⟧❳\n]{1,80})[］】〕⟧❳]/g,
];

// loginLink, login link, login_link. A date is a word that people write behind any bracket.
const NAMES = MAGIC_TAGS.filter(({ name }) => name !== 'date')
  .map(({ name }) => name.replace(/[A-Z]/g, '[ _-]?$&'))
  .join('|');
const UNCLOSED = new RegExp(`\\[ ?(${NAMES})(?![\\p{L}\\p{N}])(?![^[\\n]{0,200}[\\]］】〕⟧❳])`, 'giu');
const UNOPENED = new RegExp(`(?<![\\p{L}\\p{N}])(?<![[［【〔⟦❲{][^\\]\\n]{0,40})(${NAMES}) ?\\]`, 'giu');
const ROUND = new RegExp(`\\((${MAGIC_TAGS.map(({ name }) => name).join('|')})\\)`, 'g');

/** What looks like a tag of another program, or like one of ours that lacks a bracket. It goes out as it stands. */
export function findForeignTags(line: string): ForeignTag[] {
  // What stands between the brackets of a tag of ours is told with that tag.
  const within = findTags(line);
  const all = (patterns: RegExp[], meaning: (name: string) => MagicTagName | null, isSure: boolean) =>
    patterns.flatMap((pattern) =>
      [...line.matchAll(pattern)].flatMap(({ 0: shown, 1: inside = '', index }): ForeignTag[] => {
        if (within.some(({ start, end }) => start <= index && index < end)) return [];
        const suggestion = meaning(nameIn(inside));
        return suggestion || (isSure && /\p{L}/u.test(inside)) ? [{ shown, suggestion }] : [];
      }),
    );
  return [
    ...all(UNMISTAKABLE, (name) => suggestTag(name).suggestion, true),
    ...all([...LIKELY, UNCLOSED, UNOPENED, ROUND], meantExactly, false),
  ];
}

/** Of `contact.first_name | default: "there"`: first_name. */
function nameIn(inside: string): string {
  const [path = ''] = inside.split(/[|,:]/);
  return path.slice(path.lastIndexOf('.') + 1);
}

export function foreignTagsIn(runs: readonly Run[]): MessageFault[] {
  const text = runs
    .map((run) => (run.kind === 'text' ? run.text : run.kind === 'break' ? '\n' : '\uFFFC'))
    .join('');
  return findForeignTags(text).map((tag) => ({ kind: 'FOREIGN_TAG', ...tag }));
}

export function foreignTagsOf(blocks: readonly Block[]): MessageFault[] {
  return blocks.flatMap((block): MessageFault[] => {
    if (block.kind === 'list') return block.items.flatMap(foreignTagsOf);
    return block.kind === 'quote' ? foreignTagsOf(block.blocks) : foreignTagsIn(block.runs);
  });
}
