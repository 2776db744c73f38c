import { sameStyle, type Run } from './message-document.ts';

/**
 * The runs of a paragraph as HTML shows them: one space where several meet, none at the ends of a line, no line breaks
 * at the end, and none at all where there is nothing to read.
 */
export function tidyRuns(runs: readonly Run[]): Run[] {
  const tidy: Run[] = [];
  let afterSpace = true;
  for (const run of runs) {
    if (run.kind === 'text') {
      const text: string = afterSpace ? run.text.replace(/^ +/, '') : run.text;
      if (text === '') continue;
      addText(tidy, { ...run, text });
      afterSpace = text.endsWith(' ');
    } else {
      if (run.kind === 'break') trimEnd(tidy);
      tidy.push({ ...run });
      afterSpace = run.kind === 'break';
    }
  }
  trimEnd(tidy);
  while (tidy.at(-1)?.kind === 'break') tidy.pop();
  return tidy.some((run) => run.kind === 'tag' || (run.kind === 'text' && /\S/.test(run.text))) ? tidy : [];
}

function addText(runs: Run[], run: Extract<Run, { kind: 'text' }>): void {
  const last = runs.at(-1);
  if (last?.kind === 'text' && sameStyle(last, run)) last.text += run.text;
  else runs.push(run);
}

/** Takes the spaces off the end. */
function trimEnd(runs: Run[]): void {
  const last = runs.at(-1);
  if (last?.kind !== 'text' || !last.text.endsWith(' ')) return;
  last.text = last.text.slice(0, -1);
  if (last.text === '') runs.pop();
}
