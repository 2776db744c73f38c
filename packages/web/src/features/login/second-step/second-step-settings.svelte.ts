import {
  ConfirmAuthenticatorDocument,
  NewRecoveryCodesDocument,
  RemoveAuthenticatorDocument,
  SetUpAuthenticatorDocument,
  type RecoveryCodesResultFieldsFragment,
} from '@latchstring/operations';
import { passkeysTexts } from '@latchstring/texts/app/passkeys';
import { secondStepCardTexts as texts } from '@latchstring/texts/app/second-step-card';
import { AccountForm } from '../../../signed-in/account-form.svelte';
import type { AccountVisit } from '../../../signed-in/account-visit.svelte';
import { wordsOf } from '../../../signed-in/problem-in';

/** Turning the second step on and off, and the codes that are shown once. */
export class SecondStepSettings extends AccountForm {
  /** An app is being set up: what it has to learn. */
  secret = $state.raw<{ uri: string; secret: string }>();
  code = $state('');
  /** Shown now and never again. */
  codes = $state.raw<readonly string[]>();
  /** What a second step held up. */
  retry: () => Promise<void> = () => Promise.resolve();
  readonly #look: () => Promise<void>;

  /** `look`: reads anew how the account is protected. */
  constructor(visit: AccountVisit, look: () => Promise<void>) {
    super(visit, passkeysTexts.currentNeeded);
    this.#look = look;
  }

  async setUp(): Promise<void> {
    this.retry = () => this.setUp();
    this.begin();
    const begun = await this.send(SetUpAuthenticatorDocument, { currentPassword: this.proof });
    if (begun?.__typename === 'AuthenticatorSetUp') {
      this.secret = begun;
      this.code = '';
      this.forgetProof();
    } else if (begun) this.refuse(begun);
  }

  async confirm(): Promise<void> {
    this.retry = () => this.confirm();
    if (!this.begin({ code: this.code.trim() ? undefined : texts.codeMissing })) return;
    const result = await this.send(ConfirmAuthenticatorDocument, { code: this.code });
    if (result && (await this.#show(result))) this.done = texts.done;
  }

  async newCodes(): Promise<void> {
    this.retry = () => this.newCodes();
    this.begin();
    const result = await this.send(NewRecoveryCodesDocument, {});
    if (result) await this.#show(result);
  }

  async remove(): Promise<void> {
    this.retry = () => this.remove();
    this.begin();
    if (await this.change(RemoveAuthenticatorDocument, {})) this.done = texts.removed;
    else if (!this.problem.needed) this.fail(wordsOf(this.problem));
  }

  cancel(): void {
    this.secret = undefined;
    this.begin();
  }

  async #show(result: RecoveryCodesResultFieldsFragment): Promise<boolean> {
    if (result.__typename === 'RecoveryCodes') {
      this.codes = result.codes;
      this.secret = undefined;
      await this.#look();
      return true;
    }
    this.refuse(result);
    // Without the form for the code there is no field to say it at.
    if (result.__typename === 'InvalidInput' && !this.secret) this.fail(result.message);
    return false;
  }
}
