import {
  endFreshStart,
  forgetWrongPasswordsIn,
  securityLetterQueue,
  type LockedAccount,
} from '../../accounts/index.ts';
import { takeBackComplaint } from '../../letters/index.ts';
import { hashToken, newId, randomToken } from '../../../platform/random-token.ts';
import { later } from '../../../platform/clock.ts';
import type { Reading } from '../../../platform/rate-limits/rate-limits.ts';
import type { RequestContext } from '../../../request-context.ts';
import { accountFacts } from './account-facts.ts';
import { loadViewer } from './load-viewer.ts';
import { writeLogin } from './write-login.ts';
import type { Viewer } from '../../../viewer.ts';

// 256 bits: ASVS 7.2.3 asks for 128 at the least.
const TOKEN_BYTES = 32;

export interface NewLogin {
  accountId: string;
  /** As it was locked in this transaction. */
  account: LockedAccount;
  method: Viewer['session']['method'];
  /** A new password may be set for a while without the current one. */
  mayReplacePassword: boolean;
  /** A second step was passed just now, or the way in was both steps in one. */
  passedSecondStep?: boolean;
  /** What was promised already: of the second step that opens it, or of the link that it came by. */
  id?: string;
  browserToken?: string | null;
  /** The counted tries that are taken back now that one was right. */
  forgives?: Reading;
}

/** A login that happened, not yet told to the browser. */
export interface OpenedSession {
  id: string;
  token: string;
  browserToken: string | null;
  viewer: Viewer;
}

/** For a browser that has no cookie yet. */
export function newBrowserToken({ browserHash }: Pick<RequestContext, 'browserHash'>): string | null {
  return browserHash === null ? randomToken(TOKEN_BYTES) : null;
}

/**
 * Opens a session in the running transaction: a fresh token always (an invented one is never adopted), the session
 * that was in this browser ended, the login counted and told in the diary, and a letter when the browser is new.
 * Null, and only the tries are taken back, where `unless` holds of the account `a`. Call `setLoginCookies` once the transaction has
 * committed.
 */
export async function openSession(
  context: RequestContext,
  login: NewLogin,
  unless = 'false',
): Promise<OpenedSession | null> {
  const { em, device } = context;
  const browserToken = login.browserToken === undefined ? newBrowserToken(context) : login.browserToken;
  const browserHash = browserToken ? hashToken(browserToken) : (context.browserHash ?? '');
  const session = { ...newSession(context, login), token: randomToken(TOKEN_BYTES) };
  const endsSessionId = context.viewer?.session.id ?? null;
  const { accountId, forgives = null } = login;
  const written = { accountId, session, device, browserHash, endsSessionId, forgives, unless };
  const row = await writeLogin(em, written);
  if (!row) return null;
  const facts = accountFacts(row);
  if (!facts) throw new Error('A login of an account that nobody may get into');
  await greetOwner(context, login, browserHash);
  if (row.is_new_browser) await greetBrowser(context, login, { browserHash, isFirst: row.is_first });
  const { token, expiresAt: _, ...own } = session;
  return { id: session.id, token, browserToken, viewer: { ...facts, apiToken: null, session: own } };
}

function newSession({ clock, settings }: RequestContext, login: NewLogin) {
  const now = clock.now();
  return {
    id: login.id ?? newId(),
    method: login.method,
    createdAt: now,
    expiresAt: later(now, settings.sessions[login.account.role].absoluteMs),
    passwordWithoutCurrentUntil: login.mayReplacePassword
      ? later(now, settings.passwordWithoutCurrentMs)
      : null,
    secondStepAt: login.passedSecondStep ? now : null,
  };
}

/** Whoever gets in needs no fresh start, and whoever asked for one does not get the account; a complaint may be theirs to lift. */
async function greetOwner(
  context: RequestContext,
  { accountId, account, method }: NewLogin,
  browserHash: string,
): Promise<void> {
  const byLetter = method === 'LOGIN_LINK' || method === 'LOGIN_CODE';
  if (!account.access.mail) await takeBackComplaint(context, { accountId, byLetter, browserHash });
  if (account.freshStartWaits) await endFreshStart(context, accountId);
}

/** A login by link, code or passkey from a browser new to the account is told to its owner by letter. */
async function greetBrowser(
  context: RequestContext,
  { accountId, account, method }: NewLogin,
  { browserHash, isFirst }: { browserHash: string; isFirst: boolean },
): Promise<void> {
  const { em, clock, jobs, device } = context;
  if (account.role === 'COACH') await forgetWrongPasswordsIn(context, browserHash);
  if (isFirst || method === 'PASSWORD') return;
  const facts = { accountId, at: clock.now().toISOString(), device };
  await jobs.enqueue(em, securityLetterQueue, { kind: 'NEW_BROWSER', ...facts });
}

/** Hands the cookies over and makes the new session the viewer of the rest of this request. */
export function setLoginCookies(context: RequestContext, opened: OpenedSession): Viewer {
  const { viewer, token, browserToken } = opened;
  context.cookies.setSession(token, context.settings.sessions[viewer.account.role].absoluteMs);
  if (browserToken) context.cookies.setBrowser(browserToken);
  context.viewer = viewer;
  return viewer;
}

/** The session that a token opens, put into this browser. Null where it has ended. */
export async function resumeSession(context: RequestContext, token: string): Promise<Viewer | null> {
  const viewer = await loadViewer(context, token);
  return viewer && setLoginCookies(context, { id: viewer.session.id, token, browserToken: null, viewer });
}
