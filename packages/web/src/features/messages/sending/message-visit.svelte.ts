import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { SendResultFieldsFragment } from '@latchstring/operations';
import { failureText } from '../../../words/failures';
import { Visit } from '../../../signed-in/visit.svelte';
import { whyRefused } from '../../../signed-in/why-refused';

/** One stay with one message. */
export class MessageVisit extends Visit {
  /** What was done last, in words. */
  done = $state<string>();
  problem = $state<string>();

  /** Says on the page what came of it. True: done. */
  async press<Data extends Record<string, SendResultFieldsFragment>, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: NoInfer<Variables>,
    done: string,
  ): Promise<boolean> {
    this.done = this.problem = undefined;
    const { data, failure } = await this.run(document, variables);
    const [result] = Object.values(data ?? {});
    if (failure) this.problem = failureText(failure);
    else if (result && result.__typename !== 'MessageAccepted') this.problem = whyRefused(result);
    if (!this.problem) this.done = done;
    return !this.problem;
  }
}
