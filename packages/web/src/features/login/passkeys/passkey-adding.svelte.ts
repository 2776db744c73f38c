import {
  AddPasskeyDocument,
  BeginAddPasskeyDocument,
  type BeginAddPasskeyMutation,
} from '@latchstring/operations';
import { myAccountTexts } from '@latchstring/texts/app/my-account';
import { passkeysTexts as texts } from '@latchstring/texts/app/passkeys';
import { failureText, tooManyAttemptsText } from '../../../messages/failures';
import { makePasskey, type PasskeyRefusal } from './passkeys';
import type { AccountVisit } from '../../../signed-in/account-visit.svelte';
import { deviceName } from './device-name';
import type { Problem } from '../../../signed-in/problem-in';

type Begun = BeginAddPasskeyMutation['beginAddPasskey'];

const refusals: Record<PasskeyRefusal, string> = {
  closed: texts.closed,
  'already-here': texts.alreadyHere,
  impossible: texts.notMade,
};

/** Adding a passkey: its name first, so that the browser's dialogue is the last that is asked. */
export class PasskeyAdding {
  name = $state(deviceName(navigator.userAgent));
  currentPassword = $state('');
  asksCurrent = $state(false);
  problem = $state.raw<Problem>({ fields: {} });
  /** What was added last. */
  added = $state<string>();
  readonly #visit: AccountVisit;
  readonly #hasNone: () => boolean;

  constructor(visit: AccountVisit, hasNone: () => boolean) {
    this.#visit = visit;
    this.#hasNone = hasNone;
  }

  async add(): Promise<void> {
    this.added = undefined;
    this.problem = { fields: this.name.trim() ? {} : { name: texts.nameMissing } };
    if (this.problem.fields['name']) return;
    const proof = this.asksCurrent && this.currentPassword ? this.currentPassword : null;
    const { data, failure } = await this.#visit.run(BeginAddPasskeyDocument, { currentPassword: proof });
    if (failure) this.problem = general(failureText(failure));
    else await this.#goOn(data.beginAddPasskey, proof);
  }

  async #goOn(begun: Begun, proof: string | null): Promise<void> {
    switch (begun.__typename) {
      case 'PasskeyChallenge':
        return this.#make(begun);
      case 'SecondStepNeeded':
        this.problem = { fields: {}, needed: begun };
        return;
      case 'CurrentPasswordWrong':
        this.asksCurrent = true;
        this.problem = {
          fields: { currentPassword: proof === null ? texts.currentNeeded : myAccountTexts.currentWrong },
        };
        return;
      case 'TooManyAttempts':
        this.problem = general(tooManyAttemptsText(begun.retryAt));
    }
  }

  async #make({ challenge, options }: { challenge: string; options: string }): Promise<void> {
    const made = await makePasskey(options);
    if (made.refusal) {
      this.problem = general(refusals[made.refusal]);
      return;
    }
    const name = this.name.trim();
    const first = this.#hasNone();
    const variables = { challenge, attestation: made.answer, name };
    const refused = await this.#visit.change(AddPasskeyDocument, variables);
    if (refused) {
      const { name: nameProblem, attestation } = refused.fields;
      this.problem = nameProblem
        ? { fields: { name: nameProblem } }
        : general(refused.general ?? attestation ?? texts.tooLate);
      return;
    }
    this.added = name;
    this.#visit.madeFirstPasskey = first;
    this.asksCurrent = false;
    this.currentPassword = '';
  }
}

function general(words: string): Problem {
  return { fields: {}, general: words };
}
