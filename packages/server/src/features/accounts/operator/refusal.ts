/** What the operator asked for can't be done, and nothing was: what is wrong, each with its cure. */
export class Refusal extends Error {
  readonly faults: string[];

  constructor(...faults: string[]) {
    super(faults.join(' '));
    this.faults = faults;
  }
}
