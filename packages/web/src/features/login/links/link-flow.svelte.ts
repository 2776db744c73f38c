import {
  InspectLoginLinkDocument,
  MeDocument,
  RedeemLoginLinkDocument,
  type InspectLoginLinkMutation,
  type LoginLinkProblem,
  type MeFieldsFragment,
  type RedeemLoginLinkMutation,
} from '@latchstring/operations';
import { accountLabelTexts } from '@latchstring/texts/app/account-label';
import { run } from '../../../graphql/run';
import { failureText, tooManyAttemptsText } from '../../../words/failures';
import { arriveAs, arriveHalfway } from '../../../session/arrive';
import { runLogin } from '../../../session/run-login';
import { session } from '../../../session/session';
import { site } from '../../../session/site.svelte';

export type Inspection = InspectLoginLinkMutation['inspectLoginLink'];

export type LinkView =
  | { is: 'opening' | 'going-on' | 'trouble' | 'coach-here' }
  | { is: 'offer' | 'replace'; label: string; expiresAt: string | null }
  | { is: 'password'; label: string }
  | { is: 'dead'; problem: LoginLinkProblem | null; mayRenew: boolean };

/** One login link that somebody opened: whom it is for, what became of it, and the one call that spends it. */
export class LinkFlow {
  view = $state.raw<LinkView>({ is: 'opening' });
  /** What a look at it told; undefined until then. */
  found = $state.raw<Inspection>();
  /** Who is logged in on this browser already. */
  me = $state.raw<MeFieldsFragment | null>(null);
  running = $state(false);
  problem = $state<string>();
  passwordWrong = $state(false);
  readonly token: string;

  constructor(token: string) {
    this.token = token;
  }

  async open(): Promise<void> {
    this.problem = undefined;
    this.view = { is: 'opening' };
    void site.load();
    const [inspected, who] = await Promise.all([
      run(InspectLoginLinkDocument, { token: this.token }),
      run(MeDocument, {}),
    ]);
    this.me = who.data?.me ?? null;
    if (this.me) session.begin(this.me);
    if (inspected.failure) {
      this.problem = failureText(inspected.failure);
      this.view = { is: 'trouble' };
    } else {
      await this.#show(inspected.data.inspectLoginLink);
    }
  }

  /** Only ever for a press of the button, except where this very browser asked for the link. */
  async redeem(password?: string): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.problem = undefined;
    this.passwordWrong = false;
    const { data, failure } = await runLogin(RedeemLoginLinkDocument, {
      token: this.token,
      password: password ?? null,
    });
    if (failure) this.problem = failureText(failure);
    else await this.#finish(data.redeemLoginLink);
    this.running = false;
  }

  async #show(found: Inspection): Promise<void> {
    this.found = found;
    const label = found.accountLabel ?? accountLabelTexts.somebody;
    if (found.problem === 'COACH_LOGGED_IN') this.view = { is: 'coach-here' };
    else if (!found.usable) await this.#showDead(found);
    else if (found.replacesSession) this.view = { is: 'replace', label, expiresAt: found.expiresAt };
    else if (found.askedFromThisBrowser) await this.#goOn(label, found.expiresAt);
    else this.view = { is: 'offer', label, expiresAt: found.expiresAt };
  }

  /** Falls back to the button when going on by itself brought nothing. */
  async #goOn(label: string, expiresAt: string | null): Promise<void> {
    this.view = { is: 'going-on' };
    await this.redeem();
    if (this.view.is === 'going-on' && this.problem) this.view = { is: 'offer', label, expiresAt };
  }

  async #showDead({ problem, mayRenew }: Pick<Inspection, 'problem' | 'mayRenew'>): Promise<void> {
    // A spent link can't be spent again, and the browser that spent it, reloading, belongs on the logged-in page.
    if (problem === 'USED') {
      this.view = { is: 'going-on' };
      const { data } = await run(RedeemLoginLinkDocument, { token: this.token, password: null });
      const again = data?.redeemLoginLink;
      if (again?.__typename === 'LoggedIn') return arriveAs(again.me, {});
      if (again?.__typename === 'SecondStepNeeded') return this.#finish(again);
    }
    this.view = { is: 'dead', problem, mayRenew };
  }

  async #finish(result: RedeemLoginLinkMutation['redeemLoginLink']): Promise<void> {
    switch (result.__typename) {
      case 'LoggedIn':
        return arriveAs(result.me, { offersPasskey: true });
      case 'LoginLinkUnusable':
        this.view = result.problem === 'COACH_LOGGED_IN' ? { is: 'coach-here' } : { is: 'dead', ...result };
        return;
      case 'PasswordNeeded':
        this.view = { is: 'password', label: result.accountLabel };
        return;
      case 'InvalidCredentials':
        this.passwordWrong = true;
        return;
      case 'TooManyAttempts':
        this.problem = tooManyAttemptsText(result);
        return;
      case 'SecondStepNeeded':
        return arriveHalfway(result, { offersPasskey: true });
      case 'InvalidInput':
        this.problem = result.fields[0]?.message ?? result.message;
    }
  }
}
