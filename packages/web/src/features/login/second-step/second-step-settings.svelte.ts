import {
  ConfirmAuthenticatorDocument,
  NewRecoveryCodesDocument,
  RemoveAuthenticatorDocument,
  SetUpAuthenticatorDocument,
  type RecoveryCodesResultFieldsFragment,
} from '@latchstring/operations';
import { myAccountTexts } from '@latchstring/texts/app/my-account';
import { passkeysTexts } from '@latchstring/texts/app/passkeys';
import { secondStepCardTexts as texts } from '@latchstring/texts/app/second-step-card';
import { fieldErrors } from '../../../graphql/field-errors';
import { failureText, tooManyAttemptsText } from '../../../messages/failures';
import type { AccountVisit } from '../../../signed-in/account-visit.svelte';
import type { Problem } from '../../../signed-in/problem-in';

/** Turning the second step on and off, and the codes that are shown once. */
export class SecondStepSettings {
  /** An app is being set up: what it has to learn. */
  secret = $state.raw<{ uri: string; secret: string }>();
  code = $state('');
  /** Shown now and never again. */
  codes = $state.raw<readonly string[]>();
  currentPassword = $state('');
  asksCurrent = $state(false);
  done = $state<string>();
  problem = $state.raw<Problem>({ fields: {} });
  /** What a second step held up. */
  retry: () => Promise<void> = () => Promise.resolve();
  readonly #visit: AccountVisit;
  readonly #look: () => Promise<void>;

  /** `look`: reads anew how the account is protected. */
  constructor(visit: AccountVisit, look: () => Promise<void>) {
    this.#visit = visit;
    this.#look = look;
  }

  async begin(): Promise<void> {
    this.#start(() => this.begin());
    const proof = this.asksCurrent && this.currentPassword ? this.currentPassword : null;
    const { data, failure } = await this.#visit.run(SetUpAuthenticatorDocument, { currentPassword: proof });
    if (failure) return this.#refuse(failureText(failure));
    const begun = data.setUpAuthenticator;
    if (begun.__typename === 'AuthenticatorSetUp') {
      this.secret = begun;
      this.code = this.currentPassword = '';
      this.asksCurrent = false;
    } else if (begun.__typename === 'SecondStepNeeded') {
      this.problem = { fields: {}, needed: begun };
    } else if (begun.__typename === 'TooManyAttempts') {
      this.#refuse(tooManyAttemptsText(begun.retryAt));
    } else {
      this.asksCurrent = true;
      const words = proof === null ? passkeysTexts.currentNeeded : myAccountTexts.currentWrong;
      this.problem = { fields: { currentPassword: words } };
    }
  }

  async confirm(): Promise<void> {
    this.#start(() => this.confirm());
    if (!this.code.trim()) {
      this.problem = { fields: { code: texts.codeMissing } };
      return;
    }
    const { data, failure } = await this.#visit.run(ConfirmAuthenticatorDocument, { code: this.code });
    if (failure) return this.#refuse(failureText(failure));
    if (await this.#show(data.confirmAuthenticator)) this.done = texts.done;
  }

  async newCodes(): Promise<void> {
    this.#start(() => this.newCodes());
    const { data, failure } = await this.#visit.run(NewRecoveryCodesDocument, {});
    if (failure) this.#refuse(failureText(failure));
    else await this.#show(data.newRecoveryCodes);
  }

  async remove(): Promise<void> {
    this.#start(() => this.remove());
    const refused = await this.#visit.change(RemoveAuthenticatorDocument, {});
    if (!refused) this.done = texts.removed;
    else if (refused.needed) this.problem = refused;
    else this.#refuse(refused.general ?? refused.fields['authenticator'] ?? '');
  }

  cancel(): void {
    this.secret = undefined;
    this.problem = { fields: {} };
  }

  #start(again: () => Promise<void>): void {
    this.done = undefined;
    this.problem = { fields: {} };
    this.retry = again;
  }

  #refuse(general: string): void {
    this.problem = { fields: {}, general };
  }

  async #show(result: RecoveryCodesResultFieldsFragment): Promise<boolean> {
    if (result.__typename === 'RecoveryCodes') {
      this.codes = result.codes;
      this.secret = undefined;
      await this.#look();
      return true;
    }
    if (result.__typename === 'SecondStepNeeded') this.problem = { fields: {}, needed: result };
    else if (result.__typename === 'TooManyAttempts') this.#refuse(tooManyAttemptsText(result.retryAt));
    else this.problem = { fields: fieldErrors(result.fields), general: this.secret ? '' : result.message };
    return false;
  }
}
