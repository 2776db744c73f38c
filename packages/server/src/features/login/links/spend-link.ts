import { lockAccount, noteLastLinks, recordAccessEvent } from '../../accounts/index.ts';
import { hashToken } from '../../../platform/random-token.ts';
import type { RequestContext } from '../../../request-context.ts';
import { endLinks } from './end-links.ts';
import { admitsLink, type FoundLink } from './find-login-link.ts';
import { markUsed, noteSession, noteUsed } from './link-store.ts';

export interface SpentLink {
  accountId: string;
  /** Notes which session came of it, so that the same browser may come again. */
  recordSession(opened: { id: string; browserToken: string | null }): Promise<void>;
}

/**
 * Uses a link up, in the running transaction and under the account's lock: one conditional UPDATE decides who of many
 * wins, and every other link and code of the account dies with it. Null: it was not to be had.
 */
export async function spendLink(context: RequestContext, link: FoundLink): Promise<SpentLink | null> {
  const { em, clock, browserHash, device } = context;
  const accountId = link.account.id;
  const account = await lockAccount(em, accountId);
  if (!account || !admitsLink(link.purpose, account.access)) return null;
  const { credentialsVersion: version } = account;
  if (!(await markUsed(context, link.id, { browserHash, version }))) return null;
  await noteUsed(context, link.id);
  await noteLastLinks({ em }, [accountId]);
  // Two links of one account at the same instant: the one that moves the version first kills the other.
  if (!(await endLinks(context, accountId, { by: 'LOGIN', version }))) return null;
  await recordAccessEvent(em, clock, {
    accountId,
    kind: 'LOGIN_LINK_USED',
    actor: 'OWNER',
    device,
    browserHash,
  });
  return {
    accountId,
    async recordSession({ id, browserToken }) {
      const by = browserToken ? hashToken(browserToken) : browserHash;
      await noteSession({ em }, link.id, { sessionId: id, browserHash: by });
    },
  };
}
