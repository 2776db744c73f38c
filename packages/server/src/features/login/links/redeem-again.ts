import { accessOf, Me, type SecondStepNeeded } from '../../accounts/index.ts';
import { LoggedIn, replaceToken, resumeSession } from '../sessions/index.ts';
import { askAgain } from '../second-step/index.ts';
import { randomToken } from '../../../platform/random-token.ts';
import { later } from '../../../platform/clock.ts';
import type { RequestContext } from '../../../request-context.ts';
import type { FoundLink } from './find-login-link.ts';

/**
 * A double click, a reload while the call ran, Back and another click: the very browser that used the link gets the
 * session which that use opened, under a fresh token, and no second one; or, before the second step, its question. Null: this is somebody else, or too late.
 */
export async function redeemAgain(
  context: RequestContext,
  link: FoundLink,
): Promise<LoggedIn | SecondStepNeeded | null> {
  const { clock, viewer, browserHash, settings } = context;
  const now = clock.now();
  const { usedBySessionId, usedByBrowserHash, usedAt, account } = link;
  if (!usedBySessionId || !usedAt || accessOf(account).entry === 'NO') return null;
  if (viewer?.session.id === usedBySessionId) return new LoggedIn(new Me(viewer, now));
  const sameBrowser = browserHash !== null && browserHash === usedByBrowserHash;
  if (!sameBrowser || later(usedAt, settings.sameBrowserGraceMs) <= now) return null;
  const token = randomToken(32);
  // The session that a second step will open has the id of its challenge.
  if (!(await replaceToken(context, usedBySessionId, token))) return askAgain(context, usedBySessionId);
  const told = await resumeSession(context, token);
  return told && new LoggedIn(new Me(told, now));
}
