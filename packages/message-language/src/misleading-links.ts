import type { OwnHosts } from './token-links.ts';
import { LOGIN_LINK, type Block, type MessageFault, type Run } from './message-document.ts';

const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const BEGINNING = /[a-z][a-z0-9+.-]{0,20}:[\\/]{2,}|www\./i;
const HOST = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,24}(?::\d{1,5})?$/u;
// Words with a dot in them that are a document's name.
const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|txt|csv|html?|js|md|zip|jpe?g|png|gif|svg|mp[34]|mov)$/i;
// No host is longer, and no address needs more than this to show where it leads.
const MOST_SHOWN = 300;

/**
 * Links whose words are an address of another place than they lead to. A reader believes the words: an address of ours
 * among them would make whatever page stands behind it look like our login.
 */
export function misleadingLinks(blocks: readonly Block[], ownHosts: OwnHosts): MessageFault[] {
  const ours = hostOf(ownHosts[0]);
  return blocks.flatMap((block): MessageFault[] => {
    if (block.kind === 'list') return block.items.flatMap((item) => misleadingLinks(item, ownHosts));
    if (block.kind === 'quote') return misleadingLinks(block.blocks, ownHosts);
    return faultsOf(block.runs, ours);
  });
}

/** What stands between two spaces, and the links that it is a part of. */
interface Word {
  text: string;
  targets: Set<string>;
}

function faultsOf(runs: readonly Run[], ours: string): MessageFault[] {
  const wholeLinks = textsOfLinks(runs);
  if (wholeLinks.size === 0) return [];
  return wordsOf(runs).flatMap(({ text, targets }): MessageFault[] => {
    const shown = text.slice(0, MOST_SHOWN);
    const hosts = shownHosts(shown, { ours, isWholeLink: wholeLinks.has(text) });
    return [...targets].flatMap((target): MessageFault[] => {
      const others = hosts.filter((host) => host !== targetHost(target, ours));
      if (others.length === 0) return [];
      return [{ kind: 'MISLEADING_LINK', shown, target, isOurs: others.includes(ours) }];
    });
  });
}

/** The words of each link, whatever marks stand in it. */
function textsOfLinks(runs: readonly Run[]): Set<string> {
  const texts = new Set<string>();
  let text = '';
  let before: string | null = null;
  for (const run of [...runs, null]) {
    const link = run === null || run.kind === 'break' ? null : run.link;
    if (link !== before && before !== null) texts.add(text.trim());
    text = (link === before ? text : '') + (run === null ? '' : shownBy(run));
    before = link;
  }
  return texts;
}

function wordsOf(runs: readonly Run[]): Word[] {
  const words: Word[] = [];
  let open: Word | null = null;
  for (const run of runs)
    for (const part of shownBy(run).split(/(\s+)/)) {
      if (/^\s/.test(part)) open = null;
      else if (part !== '') {
        open ??= { text: '', targets: new Set() };
        if (open.text === '') words.push(open);
        open.text += part;
        if (run.kind !== 'break' && run.link !== null) open.targets.add(run.link);
      }
    }
  return words.filter(({ targets }) => targets.size > 0);
}

function shownBy(run: Run): string {
  if (run.kind === 'break') return '\n';
  return run.kind === 'text' ? run.text : (run.fallback ?? '');
}

/** The hosts that somebody reads in a word; two where a name stands before an @. */
function shownHosts(typed: string, { ours, isWholeLink }: { ours: string; isWholeLink: boolean }): string[] {
  const word = typed.normalize('NFKC').replace(UNSEEN, '');
  const beginning = BEGINNING.exec(word);
  const address = beginning ? word.slice(beginning.index).replace(/^[^\\/]*:[\\/]+/, '') : bare(word);
  const authority = (/^[^/?#\\]*/.exec(address)?.[0] ?? '').replace(/[^\p{L}\p{N}]+$/u, '');
  const parts = authority.split('@').map(hostOf);
  if (beginning)
    return parts.filter((part, at) => part === ours || at === parts.length - 1 || HOST.test(part));
  return parts.filter(
    (part, at) =>
      part === ours || (isWholeLink && at === parts.length - 1 && HOST.test(part) && !FILE.test(word)),
  );
}

const bare = (word: string) => word.replace(/^[^\p{L}\p{N}]+/u, '');

function targetHost(target: string, ours: string): string {
  if (target === LOGIN_LINK) return ours;
  if (/^mailto:/i.test(target)) return hostOf(/@([^@?]*)(?:\?|$)/.exec(target)?.[1] ?? '');
  return URL.canParse(target) ? hostOf(new URL(target).host) : '';
}

/** As addresses are compared: in one spelling, without the www in front. */
function hostOf(typed: string): string {
  const host = typed.toLowerCase().replace(/^www\./, '');
  return URL.canParse(`https://${host}`) ? new URL(`https://${host}`).host : host;
}
