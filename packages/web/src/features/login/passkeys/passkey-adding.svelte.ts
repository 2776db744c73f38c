import { AddPasskeyDocument, BeginAddPasskeyDocument } from '@latchstring/operations';
import { passkeysTexts as texts } from '@latchstring/texts/app/passkeys';
import { AccountForm } from '../../../signed-in/account-form.svelte';
import type { AccountVisit } from '../../../signed-in/account-visit.svelte';
import { deviceName } from './device-name';
import { makePasskey, type PasskeyRefusal } from './passkeys';

const refusals: Record<PasskeyRefusal, string> = {
  closed: texts.closed,
  'already-here': texts.alreadyHere,
  impossible: texts.notMade,
};

/** Adding a passkey: its name first, so that the browser's dialogue is the last that is asked. */
export class PasskeyAdding extends AccountForm {
  name = $state(deviceName(navigator.userAgent));
  /** What was added last. */
  added = $state<string>();
  readonly #hasNone: () => boolean;

  constructor(visit: AccountVisit, hasNone: () => boolean) {
    super(visit, texts.currentNeeded);
    this.#hasNone = hasNone;
  }

  async add(): Promise<void> {
    this.added = undefined;
    if (!this.begin({ name: this.name.trim() ? undefined : texts.nameMissing })) return;
    const begun = await this.send(BeginAddPasskeyDocument, { currentPassword: this.proof });
    if (begun?.__typename === 'PasskeyChallenge') await this.#make(begun);
    else if (begun) this.refuse(begun);
  }

  async #make({ challenge, options }: { challenge: string; options: string }): Promise<void> {
    const made = await makePasskey(options);
    if (made.refusal) {
      this.fail(refusals[made.refusal]);
      return;
    }
    const name = this.name.trim();
    const first = this.#hasNone();
    if (await this.change(AddPasskeyDocument, { challenge, attestation: made.answer, name })) {
      this.added = name;
      this.visit.madeFirstPasskey = first;
    } else if (!this.problem.fields['name']) {
      this.fail(this.problem.general ?? this.problem.fields['attestation'] ?? texts.tooLate);
    }
  }
}
