import { CancelScheduledMessageDocument, SendLoginLinkDocument } from '@latchstring/operations';
import { clientsTexts as texts } from '@latchstring/texts/app/clients';
import type { Visit } from '../../../signed-in/visit.svelte';
import { whyRefused } from '../../../signed-in/why-refused';
import type { Toast } from '../../../ui/toast.svelte';
import { failureText } from '../../../words/failures';
import { personName } from '../../../words/person-name';

type Reader = { id: string; firstName: string; lastName: string; email: string };

/** Sends the standard letter with a login link at one press, and takes it back while that can be. */
export class LinkSending {
  readonly #visit: Visit;
  readonly #toast: Toast;
  /** Says what stood in the way; called without words once something was undone. */
  readonly #onundone: (problem: string | undefined) => unknown;
  /** One try of the same link, so that a lost answer sends nobody two. */
  readonly #attempts = new Map<string, string>();

  constructor(visit: Visit, toast: Toast, onundone: (problem: string | undefined) => unknown) {
    this.#visit = visit;
    this.#toast = toast;
    this.#onundone = onundone;
  }

  /** What stood in the way, in words; undefined when it goes. */
  async send(reader: Reader): Promise<string | undefined> {
    const { id, email } = reader;
    const name = personName(reader);
    const idempotencyKey = this.#attempts.get(id) ?? crypto.randomUUID();
    this.#attempts.set(id, idempotencyKey);
    const { data, failure } = await this.#visit.run(SendLoginLinkDocument, {
      clientIds: [id],
      idempotencyKey,
    });
    if (failure) return failureText(failure);
    this.#attempts.delete(id);
    const result = data.sendLoginLink;
    if (result.__typename !== 'MessageAccepted') return whyRefused(result);
    const { id: messageId, undoableUntil } = result.acceptedMessage;
    const said = texts.linkSent({ name, email });
    if (undoableUntil) this.#toast.offer(said, undoableUntil, () => this.#undo(messageId, name));
    else this.#toast.say(said);
    return undefined;
  }

  async #undo(id: string, name: string): Promise<void> {
    const { data, failure } = await this.#visit.run(CancelScheduledMessageDocument, { id });
    const isStopped = data?.cancelScheduledMessage.__typename === 'MessageAccepted';
    if (!failure) this.#toast.say(isStopped ? texts.undone({ name }) : texts.tooLate);
    await this.#onundone(failure && failureText(failure));
  }
}
