import { CancelScheduledMessageDocument, DiscardDraftDocument } from '@latchstring/operations';
import { messageListTexts as texts } from '@latchstring/texts/app/message-list';
import type { ComposePageState } from '../../../page-states';
import { navigate } from '../../../routes';
import { failureText } from '../../../words/failures';
import type { Toast } from '../../../ui/toast.svelte';
import type { MessageVisit } from './message-visit.svelte';

type Message = { id: string; subject: string };

/** What is done about messages, from their list and from the page of one. */
export class MessageActs {
  /** Which is to go, once that is confirmed. */
  discarding = $state.raw<Message>();
  isRunning = $state(false);
  readonly #visit: MessageVisit;
  readonly #toast: Toast;
  readonly #onchange: () => Promise<void>;

  constructor(visit: MessageVisit, toast: Toast, onchange: () => Promise<void>) {
    this.#visit = visit;
    this.#toast = toast;
    this.#onchange = onchange;
  }

  goOn({ id }: Message): void {
    void navigate('/messages/new', { state: { draftId: id } satisfies ComposePageState });
  }

  /** A new draft begins with what it says. */
  useAgain({ id }: Message): void {
    void navigate('/messages/new', { state: { copyOf: id } satisfies ComposePageState });
  }

  async stop({ id }: Message): Promise<void> {
    if (await this.#visit.press(CancelScheduledMessageDocument, { id }, texts.stopped))
      this.#toast.say(texts.stopped);
    await this.#onchange();
  }

  /** A new draft with the same words, to those who have not come in since. */
  writeToRest({ id }: Message): void {
    const state: ComposePageState = { copyOf: id, toRest: true };
    void navigate('/messages/new', { state });
  }

  /** True: it is gone. */
  async discard(): Promise<boolean> {
    if (!this.discarding || this.isRunning) return false;
    this.isRunning = true;
    this.#visit.problem = undefined;
    const { data, failure } = await this.#visit.run(DiscardDraftDocument, { id: this.discarding.id });
    this.isRunning = false;
    this.discarding = undefined;
    if (failure) this.#visit.problem = failureText(failure);
    else this.#toast.say(data.discardDraft ? texts.discarded : texts.discardedBefore);
    await this.#onchange();
    return !failure;
  }
}
