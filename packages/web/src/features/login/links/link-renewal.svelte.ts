import { RenewLoginLinkDocument } from '@latchstring/operations';
import { run } from '../../../graphql/run';
import { failureText, tooManyAttemptsText } from '../../../messages/failures';
import { navigate } from '../../../routes';

/** Asking for a fresh link by a dead one, which then leaves the history of its page. */
export class LinkRenewal {
  running = $state(false);
  refused = $state<string>();

  async ask(path: '/login/link' | '/welcome', token: string): Promise<void> {
    this.refused = undefined;
    this.running = true;
    const { data, failure } = await run(RenewLoginLinkDocument, { token });
    this.running = false;
    const result = data?.renewLoginLink;
    if (failure) this.refused = failureText(failure);
    else if (result?.__typename === 'RecoveryRequested')
      await navigate(path, { replace: true, state: { renewed: true } });
    else if (result?.__typename === 'TooManyAttempts') this.refused = tooManyAttemptsText(result);
    else this.refused = result?.message;
  }
}
