import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { MyAccountResultFieldsFragment } from '@latchstring/operations';
import { myAccountTexts as texts } from '@latchstring/texts/app/my-account';
import { tooManyAttemptsText } from '../words/failures';
import { problemIn, type Fields, type Problem, type Refused } from './problem-in';
import type { AccountVisit } from './account-visit.svelte';
import { Form } from './form.svelte';

type Unchanged = Refused | { __typename: 'UsernameTaken' } | { __typename: 'CurrentPasswordWrong' };

/** What changes the own account: it may take the current password, or the second step, to be sure whose it is. */
export class AccountForm extends Form {
  currentPassword = $state('');
  asksCurrent = $state(false);
  readonly visit: AccountVisit;
  readonly #currentNeeded: string;
  #proof: string | null = null;

  /** `currentNeeded`: said where the password is asked for and was not before. */
  constructor(visit: AccountVisit, currentNeeded = '') {
    super(visit);
    this.visit = visit;
    this.#currentNeeded = currentNeeded;
  }

  /** The current password as it was when the form was sent; null where it was not asked for. */
  get proof(): string | null {
    return this.#proof;
  }

  override begin(missing?: Fields): boolean {
    this.#proof = this.asksCurrent && this.currentPassword ? this.currentPassword : null;
    return super.begin(missing);
  }

  /** True when it was changed; otherwise what stands in the way is said. */
  async change<Data extends Record<string, MyAccountResultFieldsFragment>, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: NoInfer<Variables>,
  ): Promise<boolean> {
    const result = await this.send(document, variables);
    if (!result) return false;
    if (result.__typename !== 'MyAccountChanged') {
      // The account may have lost its password elsewhere: then there is none to ask for.
      if (accountProblem(result).fields['currentPassword']) await this.visit.refresh();
      this.refuse(result);
      return false;
    }
    this.visit.changes += 1;
    this.forgetProof();
    return true;
  }

  /** It was done: the next time the password is asked for only where it is needed again. */
  forgetProof(): void {
    this.currentPassword = '';
    this.asksCurrent = false;
  }

  override refuse(result: Unchanged): void {
    this.problem = accountProblem(result);
    if (!this.problem.fields['currentPassword']) return;
    this.asksCurrent = true;
    if (this.#proof === null) this.problem = { fields: { currentPassword: this.#currentNeeded } };
  }
}

function accountProblem(result: Unchanged): Problem {
  switch (result.__typename) {
    case 'UsernameTaken':
      return { fields: { username: texts.usernameTaken } };
    case 'CurrentPasswordWrong':
      return { fields: { currentPassword: texts.currentWrong } };
    default:
      return problemIn(result, tooManyAttemptsText);
  }
}
