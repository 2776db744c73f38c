import {
  CheckMessageDocument,
  SendMessageDocument,
  SendTestMessageDocument,
  type CheckMessageQuery,
  type MessageInput,
  type ProblemFieldsFragment,
} from '@latchstring/operations';
import { composeTexts as texts } from '@latchstring/texts/app/compose';
import { fieldErrors } from '../../../graphql/field-errors';
import { failureText } from '../../../words/failures';
import { tooOftenText } from '../../../words/too-often';
import type { Visit } from '../../../signed-in/visit.svelte';
import { whyRefused } from '../../../signed-in/why-refused';
import { DraftKeeper } from './draft-keeper.svelte';
import { BodyEditor, type Body } from './rich-text/body-editor.svelte';
import type { OfferedTag } from './rich-text/tag-offers.svelte';
import type { Draft, Person, Written } from './unsaved';

type Check = Extract<CheckMessageQuery['checkMessage'], { __typename: 'MessageCheck' }>;

export type ComposerStart = {
  accountId: string;
  name: string;
  written: Written;
  draft: Draft | null;
  /** FRESH: nobody has typed any of it, and a draft begins with the first change. SAVED: the server has all of it. */
  stands: 'FRESH' | 'TYPED' | 'SAVED';
  tags: readonly OfferedTag[];
};

/** One message while it is written: what it says, and what the server thinks of it. */
export class Composer {
  clients = $state.raw<Person[]>([]);
  allActive = $state(false);
  /** Besides those chosen: whoever is not in yet of that message. */
  notInOf = $state<string | null>(null);
  subject = $state('');
  body = $state.raw<Body>({ body: '', bodyFormat: 'HTML' });
  copyToMe = $state(false);
  isLater = $state(false);
  localTime = $state('');
  timeZone = $state('');
  check = $state.raw<Check>();
  /** Why the last pre-flight brought no answer: then `check` names no problems, since those it named may be mended. */
  checkFault = $state<string>();
  /** The schedule that `check` speaks of. */
  checkedSchedule = $state.raw<MessageInput['schedule']>();
  fields = $state.raw<Partial<Record<string, string>>>({});
  problem = $state<string>();
  /** Sending was tried: from then on what is missing is a fault, too. */
  tried = $state(false);
  /** Whose preview is shown: how many readers come before. */
  previewAt = $state(0);
  readonly editor: BodyEditor;
  readonly keeper: DraftKeeper;
  readonly visit: Visit;
  #checks = 0;
  #attempt: { text: string; key: string } | undefined;

  constructor(visit: Visit, { accountId, name, written, draft, stands, tags }: ComposerStart) {
    this.visit = visit;
    const { body, bodyFormat, ...others } = written;
    Object.assign(this, others);
    this.body = { body, bodyFormat };
    this.editor = new BodyEditor({
      ...this.body,
      tags,
      ownHosts: [location.host],
      onchange: (html) => (this.body = { body: html, bodyFormat: 'HTML' }),
    });
    if (stands !== 'SAVED') this.body = { body: this.editor.html, bodyFormat: 'HTML' };
    const saved = stands === 'TYPED' ? undefined : this.input;
    this.keeper = new DraftKeeper(visit, { accountId, name, draft, saved });
  }

  readonly written = $derived.by<Written>(() => {
    const { clients, allActive, notInOf, subject, copyToMe, isLater, localTime, timeZone } = this;
    return { ...this.body, clients, allActive, notInOf, subject, copyToMe, isLater, localTime, timeZone };
  });

  readonly input = $derived.by<MessageInput>(() => ({
    ...this.body,
    subject: this.subject,
    copyToMe: this.copyToMe,
    recipients: this.allActive
      ? { allActive: true, clientIds: [] }
      : { allActive: false, clientIds: this.clients.map(({ id }) => id), notInOf: this.notInOf },
    schedule: this.isLater && this.localTime ? { localTime: this.localTime, timeZone: this.timeZone } : null,
  }));

  get isUntouched(): boolean {
    return !this.subject && !this.body.body && !this.allActive && !this.notInOf && this.clients.length === 0;
  }

  remove(people: readonly { id: string }[]): void {
    const gone = people.map(({ id }) => id);
    this.clients = this.clients.filter(({ id }) => !gone.includes(id));
  }

  /** Another text in the place of this one. */
  write({ subject, ...body }: Body & { subject: string }): void {
    this.subject = subject;
    this.editor.load(body);
  }

  async checkNow(input: MessageInput): Promise<void> {
    const turn = ++this.#checks;
    const variables = { input, previews: 1, skip: this.previewAt };
    const { data, failure } = await this.visit.run(CheckMessageDocument, variables);
    if (turn !== this.#checks) return;
    const tooSoon = data?.checkMessage.__typename === 'TooManyAttempts' ? data.checkMessage : undefined;
    this.checkFault = failure ? failureText(failure) : tooSoon && tooOftenText(tooSoon);
    if (failure || tooSoon) {
      this.check = this.check && { ...this.check, ok: false, problems: [] };
      return;
    }
    const result = data.checkMessage;
    this.check = result.__typename === 'MessageCheck' ? result : undefined;
    this.checkedSchedule = input.schedule;
    this.fields = result.__typename === 'InvalidInput' ? fieldErrors(result.fields) : {};
    if (this.check && this.previewAt >= Math.max(1, this.check.recipientCount)) this.previewAt = 0;
  }

  /** The id of the message when it was taken; otherwise what stands in the way is marked, and `problem` says so. */
  async send(): Promise<string | undefined> {
    this.problem = undefined;
    this.tried = true;
    if (this.isLater && !this.localTime) {
      this.fields = { localTime: texts.laterMissing };
      return undefined;
    }
    await this.keeper.settled();
    const { input } = this;
    const text = JSON.stringify(input);
    // A lost answer is asked for again under the same key, so that nobody gets the message twice.
    if (this.#attempt?.text !== text) this.#attempt = { text, key: crypto.randomUUID() };
    const { data, failure } = await this.visit.run(SendMessageDocument, {
      input,
      idempotencyKey: this.#attempt.key,
      // A draft that was saved elsewhere since says something else, and stays.
      draftId: this.keeper.conflict ? null : (this.keeper.draft?.id ?? null),
    });
    if (failure) {
      this.problem = failureText(failure);
      return undefined;
    }
    this.#attempt = undefined;
    const result = data.sendMessage;
    if (result.__typename === 'MessageAccepted') {
      this.keeper.close();
      return result.acceptedMessage.id;
    }
    if (result.__typename === 'MessageRejected') this.#reject(result.problems);
    else this.problem = whyRefused(result);
    if (result.__typename === 'InvalidInput') this.fields = fieldErrors(result.fields);
    return undefined;
  }

  /** True when the test mail is on its way. */
  async sendTest(asClientId: string): Promise<boolean> {
    this.problem = undefined;
    const { data, failure } = await this.visit.run(SendTestMessageDocument, {
      input: this.input,
      asClientId,
    });
    const result = data?.sendTestMessage;
    if (failure) this.problem = failureText(failure);
    else if (result && result.__typename !== 'MessageAccepted') this.problem = whyRefused(result);
    return !this.problem;
  }

  #reject(problems: ProblemFieldsFragment[]): void {
    this.problem = texts.rejected;
    const check = this.check ?? { recipientCount: 0, scheduledFor: null, clockChange: null, previews: [] };
    this.check = { ...check, __typename: 'MessageCheck', ok: false, problems };
  }
}
