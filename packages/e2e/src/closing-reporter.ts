import type { FullResult, Reporter, Suite } from '@playwright/test/reporter';
import { closingLine } from '../../../scripts/node-tests.ts';

/** Closes with the line that every test command of this repository closes with. */
export default class ClosingReporter implements Reporter {
  #all: Suite | undefined;

  onBegin(_config: unknown, all: Suite): void {
    this.#all = all;
  }

  onEnd({ status }: FullResult): void {
    const outcomes = this.#all?.allTests().map((test) => test.outcome()) ?? [];
    const passed = outcomes.filter((outcome) => outcome === 'expected').length;
    const failed = outcomes.filter((outcome) => outcome === 'unexpected').length;
    // No file was found, or one that could not be loaded: the run failed although no test did.
    console.log(closingLine({ passed, failed: status === 'passed' ? failed : Math.max(failed, 1) }));
  }

  printsToStdio(): boolean {
    return true;
  }
}
