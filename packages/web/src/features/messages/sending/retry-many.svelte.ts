import { MessageDeliveriesDocument, type DeliveryOutcome } from '@latchstring/operations';
import { messagePagesTexts as texts } from '@latchstring/texts/app/message-pages';
import { failureText } from '../../../words/failures';
import type { Visit } from '../../../signed-in/visit.svelte';
import { retryOne } from './retry-one';

const pageSize = 100;

/** Tries everybody again whose delivery of a message has one outcome: all who have it at the press of the button. */
export class RetryMany {
  isBusy = $state(false);
  /** Known once all pages have been walked. */
  total = $state(0);
  done = $state(0);
  /** What came of it, in words. */
  result = $state<string>();
  problem = $state<string>();
  /** Why some can't go: one of these for each. */
  #stay: string[] = [];
  readonly #visit: Visit;
  readonly #messageId: string;

  constructor(visit: Visit, messageId: string) {
    this.#visit = visit;
    this.#messageId = messageId;
  }

  forget(): void {
    this.result = this.problem = undefined;
  }

  async run(outcome: DeliveryOutcome): Promise<void> {
    if (this.isBusy) return;
    this.forget();
    this.isBusy = true;
    this.total = this.done = 0;
    this.#stay = [];
    const reason = await this.#retryAll(outcome);
    this.isBusy = false;
    const perReason = Map.groupBy(this.#stay, (words) => words);
    const problems = [...perReason].map(([words, { length }]) =>
      texts.retryManyStay({ count: length, reason: words }),
    );
    if (reason !== undefined) problems.push(texts.retryManyStopped({ done: this.done, reason }));
    else if (this.done > 0 || problems.length === 0) this.result = texts.retriedMany({ count: this.done });
    if (problems.length > 0) this.problem = problems.join('\n');
  }

  /** The reason when it could not go on; who was taken up by then stays so. */
  async #retryAll(outcome: DeliveryOutcome): Promise<string | undefined> {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page = await this.#page(outcome, after);
      if (typeof page === 'string') return page;
      ids.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    this.total = ids.length;
    for (const id of ids) {
      const reason = await this.#retry(id);
      if (reason !== undefined) return reason;
    }
    return undefined;
  }

  async #page(outcome: DeliveryOutcome, after: string | null) {
    const variables = { id: this.#messageId, first: pageSize, after, outcome };
    const { data, failure } = await this.#visit.run(MessageDeliveriesDocument, variables);
    if (failure) return failureText(failure);
    return data.message?.deliveries ?? texts.goneTitle;
  }

  /** The reason when the others can't be tried either. */
  async #retry(id: string): Promise<string | undefined> {
    const retried = await retryOne(this.#visit, id);
    if (retried.kind === 'FAILED') return retried.words;
    if (retried.kind === 'GOES') this.done += 1;
    // Whoever was deleted meanwhile is no reason to leave the others without it.
    else this.total -= 1;
    if (retried.kind === 'STAYS') this.#stay.push(retried.words);
    return undefined;
  }
}
