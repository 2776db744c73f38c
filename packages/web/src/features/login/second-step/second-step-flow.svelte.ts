import {
  CompleteSecondStepDocument,
  type MeFieldsFragment,
  type SecondStepNeededFieldsFragment,
} from '@latchstring/operations';
import { secondStepTexts as texts } from '@latchstring/texts/app/second-step';
import { timeWithForm } from '../../../words/time-with-form';
import { run } from '../../../graphql/run';
import { retryTime } from '../../../words/clock-time';
import { failureText } from '../../../words/failures';
import { passkeysWork } from '../../../session/passkeys-work';
import { provePasskey } from '../passkeys/passkeys';

type Typed = 'AUTHENTICATOR' | 'RECOVERY_CODE';

/** One second step that was asked for, and how it goes. */
export class SecondStepFlow {
  code = $state('');
  /** What is typed: digits of the app, or a recovery code. */
  typed = $state<Typed>('AUTHENTICATOR');
  running = $state(false);
  problem = $state<string>();
  codeProblem = $state<string>();
  /** It has run out: only another login helps. */
  dead = $state(false);
  readonly needed: SecondStepNeededFieldsFragment;
  readonly passkey: boolean;
  readonly #onpassed: (me: MeFieldsFragment) => Promise<void>;

  constructor(needed: SecondStepNeededFieldsFragment, onpassed: (me: MeFieldsFragment) => Promise<void>) {
    this.needed = needed;
    this.passkey = needed.passkeyOptions !== null && passkeysWork();
    this.#onpassed = onpassed;
    if (!this.offers('AUTHENTICATOR')) this.typed = 'RECOVERY_CODE';
  }

  offers(method: Typed): boolean {
    return this.needed.methods.includes(method);
  }

  switchTo(typed: Typed): void {
    this.typed = typed;
    this.code = '';
    this.problem = this.codeProblem = undefined;
  }

  async byPasskey(): Promise<void> {
    if (this.running || !this.needed.passkeyOptions) return;
    this.running = true;
    this.problem = this.codeProblem = undefined;
    const asked = await provePasskey(this.needed.passkeyOptions);
    if (asked.refusal) this.problem = asked.refusal === 'closed' ? texts.closed : texts.impossible;
    else if (await this.#complete(asked.answer)) this.problem = texts.wrongPasskey;
    this.running = false;
  }

  async byCode(): Promise<void> {
    const recovery = this.typed === 'RECOVERY_CODE';
    this.problem = this.codeProblem = undefined;
    if (!this.code.trim()) this.codeProblem = recovery ? texts.recoveryMissing : texts.codeMissing;
    else if (await this.#complete(this.code)) this.codeProblem = recovery ? texts.wrongRecovery : texts.wrong;
  }

  /** True when it was wrong; everything else has been dealt with. */
  async #complete(code: string): Promise<boolean> {
    const { challenge } = this.needed;
    const { data, failure } = await run(CompleteSecondStepDocument, { challenge, code });
    if (failure) {
      this.problem = failureText(failure);
      return false;
    }
    const result = data.completeSecondStep;
    if (result.__typename === 'LoggedIn') await this.#onpassed(result.me);
    else if (result.__typename === 'TooManyAttempts')
      this.problem = texts.tooMany(timeWithForm(retryTime(result.retryAt)));
    else if (result.__typename === 'InvalidInput') this.#refuse(result.fields);
    else return true;
    return false;
  }

  #refuse(fields: { field: string; message: string }[]): void {
    const [fault] = fields;
    if (fault?.field === 'challenge') this.dead = true;
    else this.codeProblem = fault?.message;
  }
}
