import {
  LogoutDocument,
  MeDocument,
  type MeFieldsFragment,
  type MyAccountResultFieldsFragment,
} from '@latchstring/operations';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { liveQuery } from '../../graphql/signed-in';
import { run, type Outcome } from '../../graphql/run';
import { failureText } from '../../messages/failures';
import type { LoginNotice, LoginPageState } from '../../page-states';
import { navigate } from '../../routes';
import { session } from '../../session/session';
import { accountDraft } from './account-draft.svelte';
import { problemIn, type Problem } from './problem-in';

/** One stay on the signed-in page: who is here, what changes, and how it ends. */
export class AccountVisit {
  /** Another tab logged somebody else in: nothing here may act any more. */
  accountChanged = $state(false);
  readonly #live = liveQuery(MeDocument, {});
  readonly #knownAtOpening = session.accountId !== undefined;
  #left = false;

  get me(): MeFieldsFragment | null | undefined {
    return this.#live.current?.me;
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
    accountDraft.belongTo(me);
  }

  /** Runs a change of this account. What stands in the way comes back as words for the form; undefined: done. */
  async change<Data extends Record<string, MyAccountResultFieldsFragment>, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Problem | undefined> {
    const outcome = await this.run(document, variables);
    if (outcome.failure) return { fields: {}, general: failureText(outcome.failure) };
    const [result] = Object.values(outcome.data);
    const problem = result && problemIn(result);
    if (problem?.fields['currentPassword']) await this.refresh();
    return problem;
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
    const username = accountDraft.ownerUsername;
    session.end();
    const state: LoginPageState = { notice, ...(username ? { username } : {}) };
    void navigate('/login', { replace: true, state });
  }

  /** Undefined when it worked: then the page is already on its way out. */
  async logOut(): Promise<string | undefined> {
    const { failure } = await this.run(LogoutDocument, {});
    if (failure) return failureText(failure);
    this.#left = true;
    session.leaveFor('/login', { notice: 'logged-out' });
    return undefined;
  }

  /** The account that another tab logged in gets a page without anything of this one. */
  openOther(): void {
    session.leaveFor('/account');
  }
}
