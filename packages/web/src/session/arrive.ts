import type { MeFieldsFragment, SecondStepNeededFieldsFragment } from '@latchstring/operations';
import {
  stateOf,
  type AccountPageState,
  type LoginPageState,
  type SecondStepPageState,
} from '../page-states';
import { navigate, route } from '../routes';
import { homeOf } from './home';
import { session } from './session';

/**
 * Where every login ends, whatever the address asked for: where one begins, on the link that its owner came to confirm, or on
 * the message that they were writing when the last login ran out. With a state it is My Account: whoever came by a link
 * finds their username there, and may set a password. The entry is replaced: Back never returns to a spent
 * link or a filled form. Where somebody else's screen was open, nothing of it is carried over.
 */
export async function arriveAs(
  me: Pick<MeFieldsFragment, 'id' | 'role'>,
  state?: AccountPageState,
): Promise<void> {
  if (session.accountId && session.accountId !== me.id) {
    session.leaveFor('/');
    return;
  }
  session.begin(me);
  const { goOn, confirmEmail: token } = stateOf<LoginPageState>(route.state);
  if (token) await navigate('/account/email', { replace: true, state: { token } });
  else if (goOn?.accountId === me.id) await navigate('/messages/new', { replace: true, state: goOn.state });
  else if (state) await navigate('/account', { replace: true, state });
  else await navigate(homeOf(me), { replace: true });
}

/** Half a login: the page that asks for the other half, and then goes on to where this one would have. */
export async function arriveHalfway(
  needed: SecondStepNeededFieldsFragment,
  state: AccountPageState = {},
): Promise<void> {
  const { goOn, confirmEmail } = stateOf<LoginPageState>(route.state);
  const halfway: SecondStepPageState = { ...state, needed, goOn, confirmEmail };
  await navigate('/login/second-step', { replace: true, state: halfway });
}
