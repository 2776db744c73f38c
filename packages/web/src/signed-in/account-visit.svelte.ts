import type { MeFieldsFragment, MyAccountResultFieldsFragment } from '@latchstring/operations';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { failureText } from '../messages/failures';
import { Visit } from './visit.svelte';
import { accountDraft } from './account-draft.svelte';
import { problemIn, type Problem } from './problem-in';

/** One stay on My Account: what was typed belongs to whoever is here. */
export class AccountVisit extends Visit {
  /** How much has been changed on this stay. */
  changes = $state(0);
  /** The only passkey there is was made in this visit: a new password need not end it. */
  madeFirstPasskey = $state(false);
  /** A passkey is being offered at the top of the page: one place to add it is enough. */
  offersPasskey = $state(false);

  override meet(me: MeFieldsFragment): void {
    super.meet(me);
    if (!this.accountChanged) accountDraft.belongTo(me);
  }

  /** Runs a change of this account. What stands in the way comes back as words for the form; undefined: done. */
  async change<Data extends Record<string, MyAccountResultFieldsFragment>, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Problem | undefined> {
    const outcome = await this.run(document, variables);
    if (outcome.failure) return { fields: {}, general: failureText(outcome.failure) };
    const [result] = Object.values(outcome.data);
    const problem = result && problemIn(result);
    if (!problem) this.changes += 1;
    if (problem?.fields['currentPassword']) await this.refresh();
    return problem;
  }
}
