import { MINUTE_MS, SECOND_MS, steadyNow } from '../../../platform/clock.ts';
import { batchedWrites, type BatchedWrites } from './batched-writes.ts';
import { claimDeliveries, type ClaimedDelivery } from './claims.ts';
import { releaseHeld, sharedAddresses } from './delivery-store.ts';
import { endPause, findMailPause, pauseMail, type Closed, type Outcome } from './mail-pause.ts';
import type { MailPause } from './mail-pause.entity.ts';
import { prepareMails, type PreparedMail } from './prepare-mails.ts';
import { giveReplyAddresses } from './reply-addresses.ts';
import { sendOne } from './send-one.ts';
import type { Deliverer } from './settle-delivery.ts';
import { settleUncertain } from './settle-uncertain.ts';
import { startSendingDue } from './start-sending.ts';

/** Calls to the provider at once, of one process: so many at first, and one more for each mail that it takes. */
const CALLS = { first: 10, most: 128 };
/** Claimed together, and made while the calls before them are under way. */
const BATCH = 250;
/** Longer than a batch waits for its turn while all calls before it run into their time-out. */
const CLAIM_MS = 2 * MINUTE_MS;
const QUESTIONS_AT_ONCE = 10;
/** With the last calls, and the questions to a provider that hangs, still shorter than its job may take. */
const RUN_MS = 20 * SECOND_MS;

/** One stretch of sending: claims ahead, and keeps as many calls under way as the provider bears. */
export class DeliveryRun {
  /** Once nothing is under way any more: whether more is due, which another run has to take. */
  readonly done: Promise<boolean>;
  readonly #over = Promise.withResolvers<boolean>();
  readonly #open: () => Deliverer;
  readonly #ending: AbortSignal;
  readonly #worker: Deliverer;
  readonly #writes: BatchedWrites;
  readonly #isShared: ReturnType<typeof sharedAddresses>;
  readonly #begun = steadyNow();
  readonly #ready: PreparedMail[] = [];
  /** How many deliveries of each message are in our hands. */
  readonly #left = new Map<string, number>();
  /** Since the last time that it was looked for what is due. */
  #isTold = true;
  #mayBeDue = true;
  #isFilling = false;
  #isOver = false;
  /** Pieces of work under way, the calls among them. */
  #working = 0;
  #calls = 0;
  #atOnce = CALLS.first;
  /** A pause that is over: one mail shows whether the provider takes any. */
  #probed: MailPause | null = null;
  /** Calls without an answer, one behind the other. */
  #silent = 0;
  #isClosed = false;
  #fault: { error: unknown } | null = null;

  constructor(open: () => Deliverer, ending: AbortSignal) {
    this.#open = open;
    this.#ending = ending;
    this.#worker = open();
    this.#writes = batchedWrites(open, ending);
    this.#isShared = sharedAddresses(this.#worker);
    this.done = this.#over.promise;
    ending.addEventListener('abort', this.#advance);
    this.#advance();
  }

  /** Something has come due; false: too late, this run is over. */
  lookAgain(): boolean {
    if (this.#isOver) return false;
    this.#isTold = true;
    this.#advance();
    return true;
  }

  get #isStopping(): boolean {
    return this.#isClosed || this.#fault !== null || this.#ending.aborted;
  }

  get #wantsMore(): boolean {
    const isLong = steadyNow() - this.#begun > RUN_MS;
    if (this.#isStopping || isLong || this.#isFilling || !(this.#isTold || this.#mayBeDue)) return false;
    return this.#probed ? this.#working === 0 : this.#ready.length < CALLS.most;
  }

  /** Begins whatever can be begun. Called whenever something has changed. */
  readonly #advance = (): void => {
    if (this.#isOver) return;
    if (this.#isStopping && this.#ready.length > 0) this.#track(this.#giveBack(this.#ready.splice(0)));
    while (this.#calls < this.#atOnce && this.#ready.length > 0) this.#track(this.#send(this.#ready.shift()));
    if (this.#wantsMore) this.#track(this.#fill());
    if (this.#working === 0) this.#end();
  };

  #track(work: Promise<void>): void {
    this.#working += 1;
    void work
      .catch((error: unknown) => (this.#fault ??= { error }))
      .finally(() => {
        this.#working -= 1;
        this.#advance();
      });
  }

  #end(): void {
    this.#isOver = true;
    this.#ending.removeEventListener('abort', this.#advance);
    if (this.#fault) this.#over.reject(this.#fault.error);
    else this.#over.resolve((this.#isTold || this.#mayBeDue) && !this.#isClosed && !this.#ending.aborted);
  }

  /** Claims and makes the next mails. */
  async #fill(): Promise<void> {
    this.#isFilling = true;
    try {
      const worker = this.#open();
      if (this.#isTold) await this.#takeWhatCameDue(worker);
      const pause = await findMailPause(worker);
      this.#mayBeDue = !pause || pause.until <= worker.clock.now();
      if (!this.#mayBeDue) return;
      this.#probed = pause;
      if (pause && this.#working > 1) return;
      const claimed = await claimDeliveries(worker, { most: pause ? 1 : BATCH, forMs: CLAIM_MS });
      this.#mayBeDue = claimed.length > 0;
      for (const { messageId } of claimed) this.#left.set(messageId, (this.#left.get(messageId) ?? 0) + 1);
      const uncertain = claimed.filter(({ uncertainSince }) => uncertainSince !== null);
      if (uncertain.length > 0) this.#track(this.#ask(uncertain));
      await this.#make(
        worker,
        claimed.filter(({ uncertainSince }) => uncertainSince === null),
      );
    } finally {
      this.#isFilling = false;
    }
  }

  async #takeWhatCameDue(worker: Deliverer): Promise<void> {
    this.#isTold = false;
    this.#mayBeDue = true;
    await startSendingDue(worker);
    await releaseHeld(worker);
  }

  async #make(worker: Deliverer, claims: ClaimedDelivery[]): Promise<void> {
    const mails = await this.#orGiveBack(claims, async () =>
      giveReplyAddresses(worker, await prepareMails(worker, claims, this.#isShared)),
    );
    this.#ready.push(...mails);
    const made = new Set(mails.map(({ delivery }) => delivery.id));
    await this.#finish(claims.filter(({ id }) => !made.has(id)));
  }

  async #ask(claims: ClaimedDelivery[]): Promise<void> {
    const lost = await settleUncertain(this.#open, claims, QUESTIONS_AT_ONCE);
    await this.#make(this.#open(), lost);
    await this.#finish(claims.filter((claim) => !lost.includes(claim)));
  }

  async #send(mail: PreparedMail | undefined): Promise<void> {
    if (!mail) return;
    this.#calls += 1;
    try {
      await this.#heed(await sendOne(this.#worker, this.#writes, mail));
    } finally {
      this.#calls -= 1;
    }
    await this.#finish([mail.delivery]);
  }

  async #giveBack(mails: PreparedMail[]): Promise<void> {
    this.#mayBeDue = true;
    const claims = mails.map(({ delivery }) => delivery);
    await this.#release(claims);
    await this.#finish(claims);
  }

  async #orGiveBack<Made>(claims: ClaimedDelivery[], make: () => Promise<Made>): Promise<Made> {
    try {
      return await make();
    } catch (error) {
      await this.#release(claims);
      throw error;
    }
  }

  async #release(claims: ClaimedDelivery[]): Promise<void> {
    await Promise.all(claims.map((claim) => this.#writes.giveBack(claim)));
  }

  /** These are in our hands no more. */
  async #finish(claims: ClaimedDelivery[]): Promise<void> {
    for (const { messageId } of claims) {
      const left = (this.#left.get(messageId) ?? 0) - 1;
      this.#left.set(messageId, left);
      if (left === 0) await this.#writes.finish(messageId);
    }
  }

  /** What a call tells of the mails that come after it. */
  async #heed(outcome: Outcome): Promise<void> {
    const { kind } = outcome;
    this.#silent = kind === 'SILENT' ? this.#silent + 1 : 0;
    if (kind === 'TAKEN') {
      this.#atOnce = Math.min(CALLS.most, this.#atOnce + 1);
      const probed = this.#probed;
      this.#probed = null;
      if (probed) await endPause(this.#worker, probed);
    }
    if (kind === 'CLOSED') await this.#close(outcome);
    if (kind !== 'SILENT') return;
    this.#atOnce = CALLS.first;
    if (this.#probed || this.#silent >= this.#worker.settings.mailing.manySilent)
      await this.#close({ kind: 'CLOSED', reason: 'AWAY', words: 'no answer' });
  }

  /** Said by many calls that were under way at once, and written once, before any mail is given back. */
  async #close(closed: Closed): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await pauseMail(this.#worker, closed);
  }
}
