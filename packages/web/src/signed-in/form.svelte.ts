import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { failureText, tooManyAttemptsText } from '../words/failures';
import { problemIn, type Fields, type Problem, type Refused, type TooManyWords } from './problem-in';
import type { Visit } from './visit.svelte';

/** Sends what was filled in, or what a button alone asks for, and says what came of it. */
export class Form {
  problem = $state.raw<Problem>({ fields: {} });
  /** What was done, in words. */
  done = $state<string>();
  running = $state(false);
  readonly #visit: Visit;
  readonly #tooMany: TooManyWords;

  constructor(visit: Visit, tooMany: TooManyWords = tooManyAttemptsText) {
    this.#visit = visit;
    this.#tooMany = tooMany;
  }

  /** Forgets what was said last. True when nothing is missing; what is missing is said at its field. */
  begin(missing: Fields = {}): boolean {
    this.done = undefined;
    this.problem = { fields: missing };
    return !Object.values(missing).some(Boolean);
  }

  /** The answer, whatever it says. Undefined when none came: that is said. */
  async send<Data extends object, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: NoInfer<Variables>,
  ): Promise<Data[keyof Data] | undefined> {
    this.running = true;
    const { data, failure } = await this.#visit.run(document, variables);
    this.running = false;
    if (failure) this.fail(failureText(failure));
    return data && (Object.values(data) as Data[keyof Data][])[0];
  }

  /** Says why an answer did nothing. */
  refuse(result: Refused): void {
    this.problem = problemIn(result, this.#tooMany);
  }

  fail(general: string | undefined): void {
    this.problem = { fields: {}, general };
  }
}
