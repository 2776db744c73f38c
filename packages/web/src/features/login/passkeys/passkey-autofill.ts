import { BeginPasskeyLoginDocument } from '@latchstring/operations';
import { run } from '../../../graphql/run';
import { offerPasskeys, type PasskeyOffer } from './passkeys';
import { logInWith } from './passkey-login';

// A challenge is renewed in good time: who has just put a finger down must not hear that it took too long.
const spareMs = 30_000;

/**
 * Offers passkeys among the usernames that the browser fills in, for as long as the login form stands there. Nothing is
 * shown before somebody chooses one, and whatever keeps it from working stays unsaid: typing works as ever.
 */
export function offerInAutofill(onproblem: (words: string) => void): () => void {
  let hasLeft = false;
  let offer: PasskeyOffer | undefined;

  async function keepOffering(): Promise<void> {
    while (!hasLeft && (await PublicKeyCredential.isConditionalMediationAvailable?.())) {
      const begun = await run(BeginPasskeyLoginDocument, {});
      if (begun.failure || hasLeft) return;
      const { challenge, options, expiresAt } = begun.data.beginPasskeyLogin;
      const current = offerPasskeys(options);
      offer = current;
      const renewal = whenDue(new Date(expiresAt).getTime() - Date.now() - spareMs, current.end);
      const answer = await current.answer;
      renewal.cancel();
      if (hasLeft) return;
      if (answer !== undefined) {
        const problem = await logInWith(challenge, answer);
        if (problem === undefined) return;
        onproblem(problem);
      } else if (!renewal.cameDue()) return;
    }
  }

  void keepOffering().catch(() => undefined);
  return () => {
    hasLeft = true;
    offer?.end();
  };
}

/** Runs `task` after so long, in a tab that nobody looks at only when they are back. */
function whenDue(ms: number, task: () => void): { cancel: () => void; cameDue: () => boolean } {
  const listening = new AbortController();
  let due = false;
  const act = () => {
    due = true;
    listening.abort();
    task();
  };
  const timer = setTimeout(() => {
    if (document.visibilityState === 'visible') act();
    else
      document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && act(), {
        signal: listening.signal,
      });
  }, ms);
  const cancel = () => {
    clearTimeout(timer);
    listening.abort();
  };
  return { cancel, cameDue: () => due };
}
