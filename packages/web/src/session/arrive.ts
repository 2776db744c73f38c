import type { MeFieldsFragment } from '@latchstring/operations';
import { navigate } from '../routes';
import { session } from './session';

/**
 * Where every login ends, whatever the address asked for. The entry is replaced: Back never returns to a spent
 * link or a filled form. Where somebody else's screen was open, nothing of it is carried over.
 */
export async function arriveAs(me: Pick<MeFieldsFragment, 'id'>): Promise<void> {
  if (session.accountId && session.accountId !== me.id) {
    session.leaveFor('/account');
    return;
  }
  session.begin(me);
  await navigate('/account', { replace: true });
}
