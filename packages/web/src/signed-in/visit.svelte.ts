import { LogoutDocument, MeDocument, type MeFieldsFragment } from '@latchstring/operations';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { run, type Outcome } from '../graphql/run';
import { liveQuery } from '../graphql/apollo-client';
import { failureText } from '../words/failures';
import { switchToAccountLanguage } from '../words/switch-to-account-language';
import type { GoOn, LoginNotice, LoginPageState } from '../page-states';
import { navigate } from '../routes';
import { session } from '../session/session';
import { forgetAllTexts } from './kept-text';

/** Fills in the login page when a session has ended by itself. */
let lastUsername: string | undefined;
session.onWipe(() => (lastUsername = undefined));

/** One stay on a signed-in page: who is here, and how it ends. */
export class Visit {
  /** Another tab logged somebody else in: nothing here may act any more. */
  accountChanged = $state(false);
  /** Set by a page that a new login of the same account comes back to. */
  goOn: GoOn | undefined;
  readonly #live = liveQuery(MeDocument, {});
  readonly #knownAtOpening = session.accountId !== undefined;
  #left = false;
  #met = false;

  get me(): MeFieldsFragment | null | undefined {
    return this.#live.current?.me;
  }

  /** When a fresh start of this account takes effect, which one click here stops. */
  get freshStartAt(): string | null {
    return this.#live.current?.me?.freshStartAt ?? null;
  }

  /** Undefined while it is not known. */
  get freshStartsAllowed(): boolean | undefined {
    return this.#live.current?.me?.practice.freshStartsAllowed;
  }

  get trouble(): string | undefined {
    return this.#live.failure && failureText(this.#live.failure);
  }

  get failedAsLoggedOut(): boolean {
    return this.#live.failure?.kind === 'unauthenticated';
  }

  refresh(): Promise<void> {
    return this.#live.refresh();
  }

  /** Called with every answer about who is here. */
  meet(me: MeFieldsFragment): void {
    if (session.accountId && session.accountId !== me.id) {
      this.accountChanged = true;
      return;
    }
    session.begin(me);
    // Once, on arrival: later it would take what is being typed away.
    if (!this.#met) switchToAccountLanguage(me.locale);
    this.#met = true;
    lastUsername = me.username;
  }

  async run<Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Outcome<Data>> {
    const outcome = await run(document, variables);
    if (outcome.failure?.kind === 'account-changed') this.accountChanged = true;
    if (outcome.failure?.kind === 'unauthenticated') this.leave();
    return outcome;
  }

  /** The session ended without our doing: to the login page, with drafts kept for its owner. */
  leave(): void {
    if (this.#left) return;
    this.#left = true;
    const notice: LoginNotice = this.#knownAtOpening || session.accountId ? 'session-ended' : 'log-in-first';
    session.end();
    const state: LoginPageState = {
      notice,
      goOn: this.goOn,
      ...(lastUsername ? { username: lastUsername } : {}),
    };
    void navigate('/login', { replace: true, state });
  }

  /** Undefined when it worked: then the page is already on its way out. */
  async logOut(): Promise<string | undefined> {
    const { failure } = await this.run(LogoutDocument, {});
    if (failure) return failureText(failure);
    this.#left = true;
    if (session.accountId) forgetAllTexts(session.accountId);
    session.leaveFor('/login', { notice: 'logged-out' });
    return undefined;
  }

  /** The account that another tab logged in gets a page without anything of this one. */
  openOther(): void {
    session.leaveFor('/');
  }
}
