import type { MeFieldsFragment } from '@latchstring/operations';
import { setAccountId } from '../graphql/transport';
import type { LoginPageState } from '../page-states';

let accountId: string | undefined;
const wipers = new Set<() => void>();

export const session = {
  /** Of the account whose screen this is; undefined while nobody is known to be logged in. */
  get accountId(): string | undefined {
    return accountId;
  },

  /** From here on mutations name this account. */
  begin(me: Pick<MeFieldsFragment, 'id'>): void {
    accountId = me.id;
    setAccountId(me.id);
  },

  /** The session is over, but its owner may be back in a minute: drafts stay in memory. */
  end(): void {
    accountId = undefined;
    setAccountId(undefined);
  },

  /** Whatever keeps something about an account in memory says here how to forget it. */
  onWipe(wipe: () => void): void {
    wipers.add(wipe);
  },

  /**
   * Forgets everything about the account, then loads `path` afresh, so that nothing of the old screen can remain:
   * no store, no draft, no closure. The history entry is replaced, so Back leads past it.
   */
  leaveFor(path: '/login' | '/', state: LoginPageState = {}): void {
    this.end();
    for (const wipe of wipers) wipe();
    history.replaceState(state, '', path);
    location.reload();
  },
};
