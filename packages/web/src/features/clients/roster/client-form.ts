import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ClientResultFieldsFragment } from '@latchstring/operations';
import { tooOftenText } from '../../../words/too-often';
import { Form } from '../../../signed-in/form.svelte';
import type { Visit } from '../../../signed-in/visit.svelte';

/** What changes a client. */
export class ClientForm extends Form {
  constructor(visit: Visit) {
    super(visit, tooOftenText);
  }

  /** True when it was changed; otherwise what stands in the way is said. */
  async change<Data extends Record<string, ClientResultFieldsFragment>, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: NoInfer<Variables>,
  ): Promise<boolean> {
    this.begin();
    const result = await this.send(document, variables);
    if (result && result.__typename !== 'ClientSaved') this.refuse(result);
    return result?.__typename === 'ClientSaved';
  }
}
