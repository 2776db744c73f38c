import { DeactivateClientsDocument, SetClientAccessDocument } from '@latchstring/operations';
import { clientsTexts as texts } from '@latchstring/texts/app/clients';
import type { ClientPageState, ComposePageState } from '../../../page-states';
import { navigate } from '../../../routes';
import { wordsOf } from '../../../signed-in/problem-in';
import { whyRefused } from '../../../signed-in/why-refused';
import type { Visit } from '../../../signed-in/visit.svelte';
import { failureText } from '../../../words/failures';
import { personName } from '../../../words/person-name';
import type { Toast } from '../../../ui/toast.svelte';
import { ClientForm } from './client-form';
import { InviteSending } from './invite-sending';
import { LinkSending } from './link-sending';
import type { RosterClient } from './roster-list.svelte';
import type { RowAct } from './row-action';

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
  readonly #invites: InviteSending;

  constructor(visit: Visit, toast: Toast, onchange: () => Promise<void>) {
    this.#visit = visit;
    this.#toast = toast;
    this.#onchange = onchange;
    const onundone = async (problem: string | undefined): Promise<void> => {
      this.#fail(problem);
      await onchange();
    };
    this.#links = new LinkSending(visit, toast, onundone);
    this.#invites = new InviteSending(visit, toast, onundone);
  }

  async act(client: RosterClient, does: RowAct): Promise<void> {
    this.problem = undefined;
    switch (does) {
      case 'send-link':
        return this.#alone(async () => this.#fail(await this.#links.send(client)));
      case 'invite':
        return this.invite([client]);
      case 'reactivate':
        return this.#alone(() => this.#reactivate(client));
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

  /** Whoever of them has never come in: of the others the answer says why not. */
  invite(clients: RosterClient[]): Promise<void> {
    return this.#alone(async () => this.#fail(await this.#invites.send(clients)));
  }

  /** True: all of them are. */
  async deactivate(clients: RosterClient[], mayLogIn: boolean): Promise<boolean> {
    await this.#alone(async () => {
      const ids = clients.map(({ id }) => id);
      const { data, failure } = await this.#visit.run(DeactivateClientsDocument, { ids, mayLogIn });
      if (failure) return this.#fail(failureText(failure));
      const result = data.deactivateClients;
      if (result.__typename !== 'ClientsSaved') return this.#fail(whyRefused(result));
      this.#toast.say(texts.deactivatedMany({ count: clients.length, name: nameOfFirst(clients) }));
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

  async #reactivate(client: RosterClient): Promise<void> {
    const form = new ClientForm(this.#visit);
    const isDone = await form.change(SetClientAccessDocument, { id: client.id, access: 'ACTIVE' });
    if (isDone) this.#toast.say(texts.reactivated({ name: personName(client) }));
    else this.#fail(wordsOf(form.problem));
  }

  #fail(words: string | undefined): void {
    this.problem = words;
  }
}

function nameOfFirst([first]: RosterClient[]): string {
  return first ? personName(first) : '';
}
