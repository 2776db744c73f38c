import type { Cut } from '@latchstring/message-language';

const WORDS = /[^\s<>"'`]+/g;
const RUNS = /[\w-]{12,}/g;
const TOKEN_LENGTH = 22;

/** Mail scanners whose addresses lead where a mail's link did; some write a short key in place of it. */
const SCANNERS =
  /(?:^|\.)(?:safelinks\.protection\.outlook\.com|urldefense(?:\.proofpoint)?\.com|(?:protect[\w-]*\.)?mimecast(?:protect)?\.com|linkprotect\.cudasvc\.com|protection\.sophos\.com|clicktime\.symantec\.com|(?:imsva\d+-)?ctp\.trendmicro\.com|secure-web\.cisco\.com|url\.emailprotection\.link|(?:protect|shared)\.checkpoint\.com|cloud-protect\.net)$/i;

const looksRandom = (run: string) => /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run);

/**
 * Runs of a token's letters that nobody can tell from a secret: not in an email address, and in no address but ours or a
 * scanner's. `all`: every run as long as a token, where there are too many to look at each.
 */
export function strangeRuns(text: string, publicUrl: string, { all }: { all: boolean }): Cut[] {
  const own = new URL(publicUrl).hostname;
  const cuts: Cut[] = [];
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    if (word.length < 12) continue;
    const host = /^[^/]{0,20}:\/\/(?:[^/?#@]{0,200}@)?([^/?#:]{1,253})/.exec(word)?.[1]?.toLowerCase();
    const isScanner = host !== undefined && SCANNERS.test(host);
    if (!all && host !== undefined && !isScanner && host !== own) continue;
    if (!all && host === undefined && /[^@]@[^@]/.test(word)) continue;
    for (const { 0: run, index: at } of word.matchAll(RUNS))
      if ((run.length >= TOKEN_LENGTH && (all || looksRandom(run))) || (isScanner && looksRandom(run)))
        cuts.push({ start: index + at, end: index + at + run.length, put: '[…]' });
  }
  return cuts;
}
