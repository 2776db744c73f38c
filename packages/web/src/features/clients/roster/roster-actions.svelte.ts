import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import {
  DeactivateClientDocument,
  InviteClientDocument,
  ReactivateClientDocument,
  type ClientResultFieldsFragment,
} from '@latchstring/operations';
import { clientsTexts as texts } from '@latchstring/texts/app/clients';
import type { ClientPageState, ComposePageState } from '../../../page-states';
import { navigate } from '../../../routes';
import { wordsOf } from '../../../signed-in/problem-in';
import type { Visit } from '../../../signed-in/visit.svelte';
import { personName } from '../../../words/person-name';
import type { Toast } from '../../../ui/toast.svelte';
import { ClientForm } from './client-form';
import { LinkSending } from './link-sending';
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
  readonly #links: LinkSending;

  constructor(visit: Visit, toast: Toast, onchange: () => Promise<void>) {
    this.#visit = visit;
    this.#toast = toast;
    this.#onchange = onchange;
    this.#links = new LinkSending(visit, toast, async (problem) => {
      this.problem = problem;
      await onchange();
    });
  }

  async act(client: RosterClient, does: RowAction['does'] | 'write' | 'deactivate'): Promise<void> {
    this.problem = undefined;
    const name = personName(client);
    switch (does) {
      case 'send-link':
        return this.#alone(async () => {
          this.problem = await this.#links.send(client);
        });
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
