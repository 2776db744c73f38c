import { lockAccount, type LockedAccount } from '../../accounts/index.ts';
import { newBrowserToken } from '../sessions/index.ts';
import { hashToken, newId } from '../../../platform/random-token.ts';
import type { RequestContext } from '../../../request-context.ts';
import { admitsLink, type FoundLink } from './find-login-link.ts';
import { markUsed } from './link-store.ts';

/** What a login by this link opens: its session has the id that the link keeps, for the same browser to come again. */
export interface SpentLink {
  accountId: string;
  account: LockedAccount;
  id: string;
  browserToken: string | null;
}

/**
 * Uses a link up, in the running transaction and under the account's lock: one conditional UPDATE decides who of many
 * wins, and every other link and code of the account dies with it. Null: it was not to be had.
 */
export async function spendLink(context: RequestContext, link: FoundLink): Promise<SpentLink | null> {
  const { em, browserHash, device } = context;
  const accountId = link.account.id;
  const account = await lockAccount(em, accountId);
  if (!account || !admitsLink(link.purpose, account.access)) return null;
  const [id, browserToken] = [newId(), newBrowserToken(context)];
  const sessionBrowserHash = browserToken ? hashToken(browserToken) : browserHash;
  const version = account.credentialsVersion;
  const use = { version, sessionId: id, sessionBrowserHash, device, browserHash };
  return (await markUsed(context, link.id, use)) ? { accountId, account, id, browserToken } : null;
}
