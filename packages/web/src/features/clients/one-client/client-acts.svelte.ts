import {
  CancelFreshStartDocument,
  RetryEmailAddressDocument,
  SetClientAccessDocument,
  UpdateClientDocument,
  type ClientFieldsFragment,
} from '@latchstring/operations';
import { clientTexts as texts } from '@latchstring/texts/app/client';
import { clientAccessTexts } from '@latchstring/texts/app/client-access';
import { clientChangesTexts as changes } from '@latchstring/texts/app/client-changes';
import type { ComposePageState } from '../../../page-states';
import { navigate } from '../../../routes';
import { site } from '../../../session/site.svelte';
import type { Toast } from '../../../ui/toast.svelte';
import { loginLinkMessage } from '../../../words/login-link-message';
import type { Act } from '../help-report/acts-for';
import type { ClientVisit } from './client-visit.svelte';
import { InviteSending } from '../roster/invite-sending';
import { LinkSending } from '../roster/link-sending';

/** What else the page does: it has the forms. */
type Page = { lookAgain: () => Promise<void>; fixEmail: () => void; startOver: () => void };

/** What is done about one client from the answer to whether they can log in. */
export class ClientActs {
  running = $state(false);
  readonly #visit: ClientVisit;
  readonly #links: LinkSending;
  readonly #invites: InviteSending;
  readonly #page: Page;

  constructor(visit: ClientVisit, toast: Toast, page: Page) {
    this.#visit = visit;
    this.#page = page;
    const onundone = async (problem: string | undefined): Promise<void> => {
      visit.problem = problem;
      await page.lookAgain();
    };
    this.#links = new LinkSending(visit, toast, onundone);
    this.#invites = new InviteSending(visit, toast, onundone);
  }

  async act(client: ClientFieldsFragment, act: Act): Promise<void> {
    const { id } = client;
    if (act === 'FIX_EMAIL') return this.#page.fixEmail();
    if (act === 'START_OVER') return this.#page.startOver();
    if (act === 'WRITE' || act === 'EDIT_FIRST') return this.#write(client, act === 'EDIT_FIRST');
    this.running = true;
    if (act === 'SEND_LINK') await this.#sendLink(client);
    else if (act === 'WITHDRAW_AND_SEND') {
      if (await this.#withdraw(client, undefined)) await this.#sendLink(client);
    } else if (act === 'WITHDRAW') await this.#withdraw(client, changes.withdrawn);
    else if (act === 'STOP_FRESH_START')
      await this.#visit.press(CancelFreshStartDocument, { id }, changes.cancelled);
    else if (act === 'INVITE' || act === 'INVITE_AGAIN') await this.#say(() => this.#invites.send([client]));
    else if (act === 'TRY_ADDRESS_AGAIN')
      await this.#visit.press(RetryEmailAddressDocument, { clientId: id }, texts.retryDone);
    else if (act === 'REACTIVATE' || act === 'ALLOW_ACCESS') {
      const access = act === 'REACTIVATE' ? 'ACTIVE' : 'READ_ONLY';
      await this.#visit.press(SetClientAccessDocument, { id, access }, clientAccessTexts.done[access]);
    }
    await this.#page.lookAgain();
    this.running = false;
  }

  #write({ id, firstName, lastName }: ClientFieldsFragment, withLink: boolean): Promise<void> {
    const letter = withLink ? loginLinkMessage(site.linkLives?.message) : {};
    const state: ComposePageState = { clients: [{ id, firstName, lastName }], ...letter };
    return navigate('/messages/new', { state });
  }

  /** Setting the address on file takes a proposal back. */
  #withdraw({ id, email }: ClientFieldsFragment, done: string | undefined): Promise<boolean> {
    const input = { email, onDuplicateEmail: 'ADD_ANYWAY' as const };
    return this.#visit.press(UpdateClientDocument, { id, input }, done);
  }

  #sendLink(client: ClientFieldsFragment): Promise<void> {
    return this.#say(() => this.#links.send(client));
  }

  /** What stood in the way is said on the page; what goes, in the toast. */
  async #say(send: () => Promise<string | undefined>): Promise<void> {
    this.#visit.forget();
    this.#visit.problem = await send();
  }
}
