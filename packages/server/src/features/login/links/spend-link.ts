import { recordAccessEvent } from '../../accounts/index.ts';
import { hashToken } from '../../../platform/random-token.ts';
import type { RequestContext } from '../../../request-context.ts';
import { endLinks } from './end-links.ts';
import { LoginLink } from './login-link.entity.ts';

const SPEND = `
  update login_link l
     set used_at = ?, used_by_browser_hash = ?
    from account a
   where l.token_hash = ? and l.purpose = ? and l.used_at is null and l.revoked_at is null and l.expires_at > ?
     and a.id = l.account_id and a.credentials_version = l.credentials_version
     and (a.status = 'ACTIVE' or a.may_log_in_while_inactive)
     and case l.purpose when 'INVITE' then a.registered_at is null else a.login_link_policy <> 'NEVER' end
  returning l.id, l.account_id, l.credentials_version`;

interface Row {
  id: string;
  account_id: string;
  credentials_version: number;
}

export interface SpentLink {
  accountId: string;
  /** Notes which session came of it, so that the same browser may come again. */
  keepSession(opened: { id: string; browserToken: string | null }): Promise<void>;
}

/**
 * Uses a link up, in the running transaction: one conditional UPDATE decides who of many wins, and every other link and
 * code of the account dies with it. Null: it was not to be had.
 */
export async function spendLink(
  context: RequestContext,
  token: string,
  purpose: LoginLink['purpose'],
): Promise<SpentLink | null> {
  const { em, clock, browserHash, device } = context;
  const now = clock.now();
  const rows = await em.execute<Row[]>(SPEND, [now, browserHash, hashToken(token), purpose, now]);
  const spent = rows[0];
  // Two links of one account at the same instant: the one that moves the version first kills the other.
  if (
    !spent ||
    !(await endLinks(context, spent.account_id, { by: 'LOGIN', version: spent.credentials_version }))
  )
    return null;
  const accountId = spent.account_id;
  await recordAccessEvent(em, clock, {
    accountId,
    kind: 'LOGIN_LINK_USED',
    actor: 'OWNER',
    device,
    browserHash,
  });
  return {
    accountId,
    async keepSession({ id, browserToken }) {
      const usedByBrowserHash = browserToken ? hashToken(browserToken) : browserHash;
      await em.nativeUpdate(LoginLink, { id: spent.id }, { usedBySessionId: id, usedByBrowserHash });
    },
  };
}
