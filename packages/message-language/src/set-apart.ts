import type { Run } from './message-document.ts';

const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
// Brackets, quotation marks and pictures may stand right beside an address: nobody takes them for a part of it.
const TOUCHES_BEFORE = /[^\s\p{Z}\p{Ps}\p{Pi}\p{So}"'<>]$/u;
const TOUCHES_AFTER = /^[.,;:!?…]*[\p{L}\p{M}\p{N}\p{Pc}\p{Sm}\p{Sc}\p{Sk}/@#%&*\\-]/u;
// As far as a full stop and what follows it can be.
const NEAR = 40;

/**
 * A login link begins and ends where its reader sees it begin and end: a name that was filled in right beside it may
 * end like an address that takes the link along.
 */
export function setApart(runs: readonly Run[], isLoginLink: (run: Run) => boolean): Run[] {
  const result: Run[] = [];
  let before = '';
  let isBehindLink = false;
  runs.forEach((run, at) => {
    if (run.kind === 'break') [before, isBehindLink] = ['', false];
    else if (isLoginLink(run)) {
      if (isBehindLink || TOUCHES_BEFORE.test(before)) result.push({ kind: 'break' });
      [before, isBehindLink] = ['', true];
    } else {
      const text = seen(textOf(run));
      if (isBehindLink && text !== '') {
        if (TOUCHES_AFTER.test(seen(textFrom(runs, at, isLoginLink)))) result.push({ kind: 'break' });
        isBehindLink = false;
      }
      before = (before + text).slice(-NEAR);
    }
    result.push(run);
  });
  return result;
}

const seen = (text: string) => text.replace(UNSEEN, '');
const textOf = (run: Run) => (run.kind === 'text' ? run.text : '');

/** What can be read from here, as far as it matters. */
function textFrom(runs: readonly Run[], start: number, isLoginLink: (run: Run) => boolean): string {
  let text = '';
  for (let at = start; text.length < NEAR; at += 1) {
    const run = runs[at];
    if (!run || run.kind === 'break' || isLoginLink(run)) break;
    text += textOf(run);
  }
  return text.slice(0, NEAR);
}
