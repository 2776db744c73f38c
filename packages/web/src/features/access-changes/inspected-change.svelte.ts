import { InspectAccessChangeDocument, type InspectAccessChangeMutation } from '@latchstring/operations';
import { run } from '../../graphql/run';
import { failureText } from '../../words/failures';

export type Change = InspectAccessChangeMutation['inspectAccessChange'];

/** One link about a change that somebody opened, and what it is about. Looking spends nothing. */
export class InspectedChange {
  change = $state.raw<Change>();
  trouble = $state<string>();
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  async open(): Promise<void> {
    this.trouble = undefined;
    const { data, failure } = await run(InspectAccessChangeDocument, { token: this.#token });
    if (failure) this.trouble = failureText(failure);
    else this.change = data.inspectAccessChange;
  }
}
