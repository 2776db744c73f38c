import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ClientResultFieldsFragment } from '@latchstring/operations';
import { wordsOf } from '../../../signed-in/problem-in';
import { Visit } from '../../../signed-in/visit.svelte';
import { ClientForm } from '../roster/client-form';

/** One stay with one client. */
export class ClientVisit extends Visit {
  /** What was done last, in words. */
  done = $state<string>();
  /** What stood in the way of it where no field can mend that. */
  problem = $state<string>();

  /** Runs a change of the client that has no form, and says on the page what came of it. True: done. */
  async press<Data extends Record<string, ClientResultFieldsFragment>, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: NoInfer<Variables>,
    done: string | undefined,
  ): Promise<boolean> {
    this.forget();
    const form = new ClientForm(this);
    const isDone = await form.change(document, variables);
    if (isDone) this.done = done;
    else this.problem = wordsOf(form.problem);
    return isDone;
  }

  /** What was done last is no longer what this page is about. */
  forget(): void {
    this.done = this.problem = undefined;
  }
}
