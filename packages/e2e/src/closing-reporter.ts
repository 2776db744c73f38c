import type { FullResult, Reporter, Suite } from '@playwright/test/reporter';
import { closingLine } from '../../../scripts/node-tests.ts';
import { forgetRan, noteRan } from '../../../scripts/ran.ts';

/** Notes what ran, for the proofs, and closes with the line that every test command of this repository closes with. */
export default class ClosingReporter implements Reporter {
  #all: Suite | undefined;

  onBegin(_config: unknown, all: Suite): void {
    this.#all = all;
    forgetRan('journeys');
  }

  onEnd({ status }: FullResult): void {
    const tests = this.#all?.allTests() ?? [];
    // Its titles begin with the project's, which has no name, and the file's.
    const ran = tests.map((test) => ({
      title: test.titlePath().slice(3).join(' '),
      passed: test.outcome() === 'expected',
    }));
    noteRan('journeys', ran);
    const outcomes = tests.map((test) => test.outcome());
    const passed = outcomes.filter((outcome) => outcome === 'expected').length;
    const failed = outcomes.filter((outcome) => outcome === 'unexpected').length;
    // No file was found, or one that could not be loaded: the run failed although no test did.
    console.log(closingLine({ passed, failed: status === 'passed' ? failed : Math.max(failed, 1) }));
  }

  printsToStdio(): boolean {
    return true;
  }
}
