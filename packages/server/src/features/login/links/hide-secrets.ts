import { ownHosts } from '../../../platform/own-hosts.ts';
import {
  tokenLinksIn,
  cutOut,
  readingsOf,
  wholeWord,
  type Cut,
  type Range,
} from '@latchstring/message-language';
import type { Mechanisms } from '../../../request-context.ts';
import { findLoginCodes, type CodeOwners } from './find-login-codes.ts';
import { findTokens } from './find-tokens.ts';
import { strangeRuns } from './strange-runs.ts';

const TAG = '[loginLink]';

type Tools = Pick<Mechanisms, 'em' | 'clock' | 'publicUrl' | 'sealing'>;

export interface Hiding {
  /** Whose login codes may stand in the text; null: nobody's. */
  codesOf: CodeOwners | null;
  /** Also what nobody can tell from a secret of a mail. */
  strange: boolean;
}

/**
 * The text without anything that opens an account, for messages and replies alike: an address of ours that holds a token,
 * live or not, and a token of ours wherever it stands, known by its hash. `unread` is how a run of a token's letters begins that was
 * not looked at, being too long or one too many. Linear.
 */
export async function hideSecrets(
  tools: Tools,
  text: string,
  { codesOf, strange }: Hiding,
): Promise<{ text: string; unread: string | null }> {
  const readings = readingsOf(text);
  const tokens = await findTokens(tools, readings);
  const codes = codesOf ? await findLoginCodes(tools, readings.plain, codesOf) : [];
  const found = [...tokenLinksIn(readings, ownHosts(tools.publicUrl), ''), ...tokens.ranges, ...codes];
  const cuts = wholeWords(text, found).map((range): Cut => ({ ...range, put: TAG }));
  if (strange) cuts.push(...strangeRuns(text, tools.publicUrl, { all: tokens.unread !== null }));
  return { text: cutOut(text, cuts), unread: tokens.unread };
}

/** The words that hold these ranges, each once; ranges that overlap are one. */
function wholeWords(text: string, ranges: Range[]): Range[] {
  const words: Range[] = [];
  let open: Range | null = null;
  for (const { start, end } of ranges.sort((a, b) => a.start - b.start)) {
    if (open && start < open.end) {
      open.end = Math.max(open.end, end);
      continue;
    }
    if (open) words.push(wholeWord(text, open));
    open = end > (words.at(-1)?.end ?? 0) ? { start, end } : null;
  }
  return open ? [...words, wholeWord(text, open)] : words;
}
