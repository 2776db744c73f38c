import { RenewLoginLinkDocument } from '@latchstring/operations';
import { run } from '../../../graphql/run';
import { failureText, tooManyAttemptsText } from '../../../words/failures';
import { navigate } from '../../../routes';

/** Asks for a fresh link by a dead one, whose token then leaves the history. Otherwise it says why not. */
export async function renewLink(
  path: '/login/link' | '/welcome',
  token: string,
): Promise<string | undefined> {
  const { data, failure } = await run(RenewLoginLinkDocument, { token });
  if (failure) return failureText(failure);
  const result = data.renewLoginLink;
  if (result.__typename === 'TooManyAttempts') return tooManyAttemptsText(result);
  if (result.__typename === 'InvalidInput') return result.message;
  await navigate(path, { replace: true, state: { renewed: true } });
  return undefined;
}
