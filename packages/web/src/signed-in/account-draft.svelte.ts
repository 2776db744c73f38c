import type { MeFieldsFragment } from '@latchstring/operations';
import type { Language } from '@latchstring/texts/languages';
import { session } from '../session/session';

export type ProfileDraft = { firstName: string; lastName: string; timeZone: string; locale: Language };

/**
 * What was typed on the page and not saved, kept in memory while its owner logs in again after a session ended.
 * Never a password. Another account's arrival, and logging out, empty it.
 */
class AccountDraft {
  username = $state('');
  profile = $state<ProfileDraft>();
  #ownerId: string | undefined;

  belongTo(me: Pick<MeFieldsFragment, 'id'>): void {
    if (this.#ownerId !== me.id) this.forget();
    this.#ownerId = me.id;
  }

  forget(): void {
    this.#ownerId = undefined;
    this.username = '';
    this.profile = undefined;
  }
}

export const accountDraft = new AccountDraft();
session.onWipe(() => accountDraft.forget());
