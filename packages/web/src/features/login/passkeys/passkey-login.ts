import {
  BeginPasskeyLoginDocument,
  LoginWithPasskeyDocument,
  type LoginWithPasskeyMutation,
} from '@latchstring/operations';
import { passkeyLoginTexts as texts } from '@latchstring/texts/app/passkey-login';
import { run } from '../../../graphql/run';
import { failureText, tooManyAttemptsText } from '../../../words/failures';
import { arriveAs } from '../../../session/arrive';
import { runLogin } from '../../../session/run-login';
import { provePasskey } from './passkeys';

/** Logs in with a passkey and leaves for My Account. What stands in the way comes back as words. */
export async function logInWithPasskey(): Promise<string | undefined> {
  const begun = await run(BeginPasskeyLoginDocument, {});
  if (begun.failure) return failureText(begun.failure);
  const { challenge, options } = begun.data.beginPasskeyLogin;
  const asked = await provePasskey(options);
  if (asked.refusal) return asked.refusal === 'closed' ? texts.closed : texts.impossible;
  return logInWith(challenge, asked.answer);
}

/** With what the browser's dialogue answered. */
export async function logInWith(challenge: string, assertion: string): Promise<string | undefined> {
  const { data, failure } = await runLogin(LoginWithPasskeyDocument, { challenge, assertion });
  return failure ? failureText(failure) : finish(data.loginWithPasskey);
}

async function finish(result: LoginWithPasskeyMutation['loginWithPasskey']): Promise<string | undefined> {
  switch (result.__typename) {
    case 'LoggedIn':
      await arriveAs(result.me);
      return undefined;
    case 'AccountInactive':
      return texts.inactive({ coach: result.coachName, address: result.supportEmail });
    case 'TooManyAttempts':
      return tooManyAttemptsText(result);
    case 'InvalidInput':
      return texts.tooLate;
    default:
      return texts.notKnown;
  }
}
