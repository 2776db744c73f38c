import {
  CheckMessageDocument,
  SaveDraftDocument,
  SendMessageDocument,
  SendTestMessageDocument,
  type CheckMessageQuery,
  type MessageFieldsFragment,
  type MessageInput,
} from '@latchstring/operations';
import { fieldErrors } from '../../graphql/field-errors';
import { nowInstant } from '../../messages/clock-time';
import { composeTexts as texts } from '../../messages/compose';
import { failureText } from '../../messages/failures';
import type { ComposePageState } from '../../page-states';
import type { Visit } from '../../signed-in/visit.svelte';
import { sendProblem } from './send-problem';

export type Person = { id: string; firstName: string; lastName: string };
type Check = Extract<CheckMessageQuery['checkMessage'], { __typename: 'MessageCheck' }>;
type Start = { draft?: MessageFieldsFragment | undefined; prepared: ComposePageState; timeZone: string };

/** One message while it is written: what it says, what the server thinks of it, and where its draft is kept. */
export class Composer {
  clients = $state.raw<Person[]>([]);
  allActive = $state(false);
  subject = $state('');
  body = $state('');
  copyToMe = $state(false);
  isLater = $state(false);
  localTime = $state('');
  timeZone = $state('');
  check = $state.raw<Check>();
  fields = $state.raw<Partial<Record<string, string>>>({});
  problem = $state<string>();
  draft = $state.raw<{ id: string; version: number }>();
  draftState = $state<'new' | 'saving' | 'saved' | 'failed'>('new');
  savedAt = $state<string>();
  readonly #visit: Visit;
  readonly #bodyFormat: 'HTML' | 'TEXT';
  #savedText: string;
  #saving: Promise<void> | undefined;
  #isClosed = false;
  #checks = 0;
  #attempt: { text: string; key: string } | undefined;

  constructor(visit: Visit, { draft, prepared, timeZone }: Start) {
    this.#visit = visit;
    this.#bodyFormat = draft?.bodyFormat ?? 'TEXT';
    this.clients = draft?.recipients.clients ?? prepared.clients ?? [];
    this.allActive = draft?.recipients.allActive ?? false;
    this.subject = draft?.subject ?? prepared.subject ?? '';
    this.body = draft?.body ?? prepared.body ?? '';
    this.copyToMe = draft?.copyToMe ?? false;
    this.isLater = Boolean(draft?.schedule);
    this.localTime = draft?.schedule?.localTime ?? '';
    this.timeZone = draft?.schedule?.timeZone ?? timeZone;
    if (draft) this.draft = { id: draft.id, version: draft.version };
    this.#savedText = JSON.stringify(this.input);
  }

  readonly input = $derived.by<MessageInput>(() => ({
    subject: this.subject,
    body: this.body,
    bodyFormat: this.#bodyFormat,
    copyToMe: this.copyToMe,
    recipients: this.allActive
      ? { allActive: true, clientIds: [] }
      : { allActive: false, clientIds: this.clients.map(({ id }) => id) },
    schedule: this.isLater && this.localTime ? { localTime: this.localTime, timeZone: this.timeZone } : null,
  }));

  get isUntouched(): boolean {
    return !this.subject && !this.body && !this.allActive && this.clients.length === 0;
  }

  remove(people: readonly { id: string }[]): void {
    const gone = people.map(({ id }) => id);
    this.clients = this.clients.filter(({ id }) => !gone.includes(id));
  }

  async checkNow(input: MessageInput): Promise<void> {
    const turn = ++this.#checks;
    const { data } = await this.#visit.run(CheckMessageDocument, { input, previews: 1 });
    if (turn !== this.#checks || !data) return;
    const result = data.checkMessage;
    this.check = result.__typename === 'MessageCheck' ? result : undefined;
    this.fields = result.__typename === 'InvalidInput' ? fieldErrors(result.fields) : {};
  }

  /** Keeps the draft, one save after the other. */
  async saveNow(): Promise<void> {
    await this.#saving;
    const text = JSON.stringify(this.input);
    if (this.#isClosed || text === this.#savedText) return;
    this.#saving = this.#save(text);
    await this.#saving;
  }

  /** The id of the message when it was taken; otherwise `problem` says what stands in the way. */
  async send(): Promise<string | undefined> {
    this.problem = undefined;
    if (this.isLater && !this.localTime) {
      this.fields = { localTime: texts.laterMissing };
      return undefined;
    }
    await this.#saving;
    const { input } = this;
    const text = JSON.stringify(input);
    // A lost answer is asked for again under the same key, so that nobody gets the message twice.
    if (this.#attempt?.text !== text) this.#attempt = { text, key: crypto.randomUUID() };
    const { data, failure } = await this.#visit.run(SendMessageDocument, {
      input,
      idempotencyKey: this.#attempt.key,
      draftId: this.draft?.id ?? null,
    });
    if (failure) {
      this.problem = failureText(failure);
      return undefined;
    }
    this.#attempt = undefined;
    const result = data.sendMessage;
    if (result.__typename === 'MessageAccepted') {
      this.close();
      return result.accepted.id;
    }
    this.problem = sendProblem(result);
    return undefined;
  }

  /** True when the test mail is on its way. */
  async sendTest(asClientId: string): Promise<boolean> {
    this.problem = undefined;
    const { data, failure } = await this.#visit.run(SendTestMessageDocument, {
      input: this.input,
      asClientId,
    });
    this.problem = failure ? failureText(failure) : sendProblem(data.sendTestMessage);
    return !this.problem;
  }

  /** From here on no draft is kept. */
  close(): void {
    this.#isClosed = true;
  }

  async #save(text: string): Promise<void> {
    this.draftState = 'saving';
    const { data } = await this.#visit.run(SaveDraftDocument, {
      input: JSON.parse(text) as MessageInput,
      id: this.draft?.id ?? null,
      version: this.draft?.version ?? null,
    });
    const result = data?.saveDraft;
    if (result?.__typename === 'MessageAccepted') {
      this.#savedText = text;
      this.draft = { id: result.accepted.id, version: result.accepted.version };
      this.draftState = 'saved';
      this.savedAt = nowInstant();
    } else {
      this.draftState = 'failed';
      // Saved elsewhere since, or not usable as it is: the words say which.
      if (result?.__typename === 'InvalidInput') this.problem = sendProblem(result);
    }
  }
}
