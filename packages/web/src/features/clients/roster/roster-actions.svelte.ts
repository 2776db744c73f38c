import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import {
  CancelScheduledMessageDocument,
  DeactivateClientDocument,
  InviteClientDocument,
  ReactivateClientDocument,
  SendMessageDocument,
  type ClientResultFieldsFragment,
  type MessageInput,
} from '@latchstring/operations';
import { clientsTexts as texts } from '@latchstring/texts/app/clients';
import type { ClientPageState, ComposePageState } from '../../../page-states';
import { navigate } from '../../../routes';
import { wordsOf } from '../../../signed-in/problem-in';
import type { Visit } from '../../../signed-in/visit.svelte';
import { failureText } from '../../../words/failures';
import { loginLinkMessage } from '../../../words/login-link-message';
import { site } from '../../../session/site.svelte';
import { personName } from '../../../words/person-name';
import { tooOftenText } from '../../../words/too-often';
import type { Toast } from '../../../ui/toast.svelte';
import { ClientForm } from './client-form';
import type { RosterClient } from './roster-list.svelte';
import type { RowAction } from './row-action';

/** What is done about clients from the list: at once, and taken back where that can be. */
export class RosterActions {
  isRunning = $state(false);
  /** What stood in the way of the last one. */
  problem = $state<string>();
  /** Who is to be deactivated, once that is confirmed. */
  deactivating = $state.raw<RosterClient[]>();
  readonly #visit: Visit;
  readonly #toast: Toast;
  readonly #onchange: () => Promise<void>;
  /** One try of the same link, so that a lost answer sends nobody two. */
  #attempt: { clientId: string; key: string } | undefined;

  constructor(visit: Visit, toast: Toast, onchange: () => Promise<void>) {
    this.#visit = visit;
    this.#toast = toast;
    this.#onchange = onchange;
  }

  async act(client: RosterClient, does: RowAction['does'] | 'write' | 'deactivate'): Promise<void> {
    this.problem = undefined;
    const name = personName(client);
    switch (does) {
      case 'send-link':
        return this.#alone(() => this.#sendLink(client));
      case 'invite':
        return this.#alone(async () => {
          if (await this.#change(InviteClientDocument, { id: client.id }))
            this.#toast.say(texts.invited({ name, email: client.email }));
        });
      case 'reactivate':
        return this.#alone(async () => {
          if (await this.#change(ReactivateClientDocument, { id: client.id }))
            this.#toast.say(texts.reactivated({ name }));
        });
      case 'fix-email': {
        const state: ClientPageState = { edits: true };
        return navigate('/clients/:id', { params: { id: client.id }, state });
      }
      case 'write':
        return this.write([client]);
      case 'deactivate':
        this.deactivating = [client];
        return;
      case 'open':
        return navigate('/clients/:id', { params: { id: client.id } });
    }
  }

  write(chosen: RosterClient[]): Promise<void> {
    const clients = chosen.map(({ id, firstName, lastName }) => ({ id, firstName, lastName }));
    const state: ComposePageState = { clients };
    return navigate('/messages/new', { state });
  }

  /** Whoever of them has not come in yet; the others need none. */
  invite(chosen: RosterClient[]): Promise<void> {
    return this.#alone(async () => {
      const waiting = chosen.filter(({ isRegistered, status }) => !isRegistered && status === 'ACTIVE');
      let count = 0;
      for (const { id } of waiting) {
        if (!(await this.#change(InviteClientDocument, { id }))) break;
        count += 1;
      }
      if (!this.problem || count > 0) this.#toast.say(texts.invitedMany({ count }));
    });
  }

  /** True: all of them are. */
  async deactivate(clients: RosterClient[], mayLogIn: boolean): Promise<boolean> {
    await this.#alone(async () => {
      for (const { id } of clients)
        if (!(await this.#change(DeactivateClientDocument, { id, mayLogIn }))) return;
      const name = clients[0] ? personName(clients[0]) : '';
      this.#toast.say(texts.deactivatedMany({ count: clients.length, name }));
    });
    return this.problem === undefined;
  }

  async #alone(work: () => Promise<void>): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    this.problem = undefined;
    await work();
    this.isRunning = false;
    await this.#onchange();
  }

  async #sendLink(client: RosterClient): Promise<void> {
    const { id, email } = client;
    const name = personName(client);
    if (this.#attempt?.clientId !== id) this.#attempt = { clientId: id, key: crypto.randomUUID() };
    const { key } = this.#attempt;
    const input: MessageInput = { ...loginLinkMessage(site.linkLives?.message), bodyFormat: 'TEXT', recipients: { clientIds: [id] } };
    const { data, failure } = await this.#visit.run(SendMessageDocument, { input, idempotencyKey: key });
    if (failure) {
      this.problem = failureText(failure);
      return;
    }
    this.#attempt = undefined;
    const result = data.sendMessage;
    if (result.__typename === 'MessageAccepted') {
      const { id: message, undoableUntil } = result.acceptedMessage;
      const text = texts.linkSent({ name, email });
      if (undoableUntil) this.#toast.offer(text, undoableUntil, () => this.#undo(message, name));
      else this.#toast.say(text);
    } else if (result.__typename === 'TooManyAttempts') this.problem = tooOftenText(result);
    else if (result.__typename === 'MessageRejected')
      this.problem = result.problems.map(({ message }) => message).join('\n') || result.message;
    else this.problem = result.message;
  }

  async #undo(id: string, name: string): Promise<void> {
    const { data, failure } = await this.#visit.run(CancelScheduledMessageDocument, { id });
    const isStopped = data?.cancelScheduledMessage.__typename === 'MessageAccepted';
    if (failure) this.problem = failureText(failure);
    else this.#toast.say(isStopped ? texts.undone({ name }) : texts.tooLate);
    await this.#onchange();
  }

  async #change<Data extends Record<string, ClientResultFieldsFragment>, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: NoInfer<Variables>,
  ): Promise<boolean> {
    const form = new ClientForm(this.#visit);
    const isDone = await form.change(document, variables);
    if (!isDone) this.problem = wordsOf(form.problem);
    return isDone;
  }
}
