import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ClientResultFieldsFragment } from '@latchstring/operations';
import { failureText } from '../../../messages/failures';
import { Visit } from '../../../signed-in/visit.svelte';
import { clientProblem, type Problem } from './client-problem';

/** One stay with one client. */
export class ClientVisit extends Visit {
  /** What was done last, in words. */
  done = $state<string>();
  /** What stood in the way of it where no field can mend that. */
  problem = $state<string>();

  /** Runs a change of the client. What stands in the way comes back as words for the form; undefined: done. */
  async change<Data extends Record<string, ClientResultFieldsFragment>, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: NoInfer<Variables>,
  ): Promise<Problem | undefined> {
    this.done = this.problem = undefined;
    const { data, failure } = await this.run(document, variables);
    if (failure) return { fields: {}, general: failureText(failure) };
    const [result] = Object.values(data);
    return result && clientProblem(result);
  }

  /** The same for a change that has no form: says on the page what came of it. True: done. */
  async press<Data extends Record<string, ClientResultFieldsFragment>, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: NoInfer<Variables>,
    done: string | undefined,
  ): Promise<boolean> {
    const refused = await this.change(document, variables);
    if (refused) this.problem = refused.general ?? Object.values(refused.fields)[0];
    else this.done = done;
    return !refused;
  }
}
