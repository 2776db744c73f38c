import {
  InviteClientsDocument,
  UndoInvitesDocument,
  type ClientsResultFieldsFragment,
} from '@latchstring/operations';
import { clientsTexts as texts } from '@latchstring/texts/app/clients';
import type { Visit } from '../../../signed-in/visit.svelte';
import { whyRefused } from '../../../signed-in/why-refused';
import type { Toast } from '../../../ui/toast.svelte';
import { failureText } from '../../../words/failures';
import { personName } from '../../../words/person-name';

type Named = { id: string; firstName: string; lastName: string };
type Saved = Extract<ClientsResultFieldsFragment, { __typename: 'ClientsSaved' }>;

/** Invites clients who have never come in, at one press, and takes it back while that can be. */
export class InviteSending {
  readonly #visit: Visit;
  readonly #toast: Toast;
  /** Says what stood in the way; called without words once something was undone. */
  readonly #onundone: (problem: string | undefined) => unknown;
  /** One try of the same invites, so that a lost answer sends nobody two. */
  #attempt: { ids: string; key: string } | undefined;

  constructor(visit: Visit, toast: Toast, onundone: (problem: string | undefined) => unknown) {
    this.#visit = visit;
    this.#toast = toast;
    this.#onundone = onundone;
  }

  /** What stood in the way, in words, of those who get none too; undefined when all go. */
  async send(clients: Named[]): Promise<string | undefined> {
    const ids = clients.map(({ id }) => id);
    const idempotencyKey = this.#keyFor(ids);
    const { data, failure } = await this.#visit.run(InviteClientsDocument, { ids, idempotencyKey });
    if (failure) return failureText(failure);
    this.#attempt = undefined;
    const saved = data.inviteClients;
    if (saved.__typename !== 'ClientsSaved') return whyRefused(saved);
    const left = new Set(saved.unchanged.map(({ client }) => client.id));
    const invited = saved.clients.filter(({ id }) => !left.has(id));
    if (invited.length > 0) this.#offerUndo(invited, saved);
    const why = saved.unchanged.map(({ client, message }) => `${personName(client)}: ${message}`);
    return why.join('\n') || undefined;
  }

  #offerUndo(invited: Named[], { undoableUntil }: Saved): void {
    const [first] = invited;
    const counted = { count: invited.length, name: first ? personName(first) : '' };
    const said = texts.invitesGo(counted);
    if (!undoableUntil) return this.#toast.say(said);
    this.#toast.offer(said, undoableUntil, async () => {
      const ids = invited.map(({ id }) => id);
      const { data, failure } = await this.#visit.run(UndoInvitesDocument, { ids });
      const undone = data?.undoInvites;
      if (undone?.__typename === 'ClientsSaved')
        this.#toast.say(undone.unchanged.length > 0 ? texts.tooLate : texts.invitesStopped(counted));
      await this.#onundone(failure ? failureText(failure) : undone && whyNotUndone(undone));
    });
  }

  #keyFor(ids: string[]): string {
    const asked = ids.join();
    if (this.#attempt?.ids !== asked) this.#attempt = { ids: asked, key: crypto.randomUUID() };
    return this.#attempt.key;
  }
}

function whyNotUndone(result: ClientsResultFieldsFragment): string | undefined {
  return result.__typename === 'ClientsSaved' ? undefined : whyRefused(result);
}
