import {
  countLogin,
  endFreshStart,
  forgetWrongPasswordsIn,
  recordAccessEvent,
  securityLetterQueue,
} from '../../accounts/index.ts';
import { takeBackComplaint } from '../../letters/index.ts';
import { hashToken, newId, randomToken } from '../../../platform/random-token.ts';
import { later } from '../../../platform/clock.ts';
import type { RequestContext } from '../../../request-context.ts';
import { rememberBrowser } from './known-browser-store.ts';
import { loadViewer } from './load-viewer.ts';
import { Session } from './session.entity.ts';
import { endSession } from './session-store.ts';
import type { Viewer } from '../../../viewer.ts';

// 256 bits: ASVS 7.2.3 asks for 128 at the least.
const TOKEN_BYTES = 32;

export interface NewLogin {
  accountId: string;
  role: 'COACH' | 'CLIENT';
  method: Viewer['session']['method'];
  /** A new password may be set for a while without the current one. */
  mayReplacePassword: boolean;
  /** A second step was passed just now, or the way in was both steps in one. */
  passedSecondStep?: boolean;
  /** Where it was promised already: of the second step that opens it. */
  id?: string;
}

/** A login that happened, not yet told to the browser. */
export interface OpenedSession {
  id: string;
  token: string;
  browserToken: string | null;
  role: 'COACH' | 'CLIENT';
}

/**
 * Opens a session in the running transaction: a fresh token always (an invented one is never adopted), the session
 * that was in this browser ended, the login counted and told in the diary, and a letter when the browser is new.
 * Call `setLoginCookies` once the transaction has committed.
 */
export async function openSession(context: RequestContext, login: NewLogin): Promise<OpenedSession> {
  const { em, clock, settings, viewer } = context;
  const now = clock.now();
  const token = randomToken(TOKEN_BYTES);
  const browserToken = context.cookies.browser ? null : randomToken(TOKEN_BYTES);
  const browserHash = browserToken ? hashToken(browserToken) : context.browserHash;
  const id = login.id ?? newId();
  if (viewer) await endSession(context, viewer.session.id);
  await em.insert(Session, {
    id,
    tokenHash: hashToken(token),
    account: login.accountId,
    method: login.method,
    device: context.device,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: later(now, settings.sessions[login.role].absoluteMs),
    passwordWithoutCurrentUntil: login.mayReplacePassword
      ? later(now, settings.passwordWithoutCurrentMs)
      : null,
    secondStepAt: login.passedSecondStep ? now : null,
  });
  const first = await countLogin(context, login.accountId);
  const actor = { accountId: login.accountId, actor: 'OWNER', device: context.device, browserHash } as const;
  if (first) await recordAccessEvent(em, clock, { ...actor, kind: 'REGISTERED' });
  await recordAccessEvent(em, clock, { ...actor, kind: 'LOGGED_IN' });
  // Whoever gets in needs no fresh start, and whoever asked for one does not get the account.
  const { accountId } = login;
  const byLetter = login.method === 'LOGIN_LINK' || login.method === 'LOGIN_CODE';
  await takeBackComplaint(context, { accountId, byLetter, browserHash });
  await endFreshStart(context, accountId);
  await greetBrowser(context, login, browserHash ?? '', first);
  return { id, token, browserToken, role: login.role };
}

/** A login by link, code or passkey from a browser new to the account is told to its owner by letter. */
async function greetBrowser(
  context: RequestContext,
  login: NewLogin,
  browserHash: string,
  first: boolean,
): Promise<void> {
  const { em, clock, jobs } = context;
  const isNew = await rememberBrowser(context, login.accountId, browserHash);
  if (isNew && login.role === 'COACH') await forgetWrongPasswordsIn(context, browserHash);
  if (!isNew || first || login.method === 'PASSWORD') return;
  const facts = { accountId: login.accountId, at: clock.now().toISOString(), device: context.device };
  await jobs.enqueue(em, securityLetterQueue, { kind: 'NEW_BROWSER', ...facts });
}

/**
 * Hands the cookies over and makes the new session the viewer of the rest of this request. Null where it has ended
 * since: a new password or a deactivation may come right behind it.
 */
export async function setLoginCookies(
  context: RequestContext,
  opened: OpenedSession,
): Promise<Viewer | null> {
  const viewer = await loadViewer(context, opened.token);
  if (!viewer) return null;
  context.cookies.setSession(opened.token, context.settings.sessions[opened.role].absoluteMs);
  if (opened.browserToken) context.cookies.setBrowser(opened.browserToken);
  context.viewer = viewer;
  return viewer;
}
