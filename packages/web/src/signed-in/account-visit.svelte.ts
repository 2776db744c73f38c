import type { MeFieldsFragment } from '@latchstring/operations';
import { Visit } from './visit.svelte';
import { accountDraft } from './account-draft.svelte';

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
}
