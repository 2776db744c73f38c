export { ACCOUNT_COLUMNS, accountFacts, joinAccount, type AccountRow } from './account-facts.ts';
export { reloadedAccount } from './reloaded-account.ts';
export {
  countTry,
  countTryAndEnqueue,
  countTryAndRead,
  forgive,
  forgivingTry,
  tryCounterKey,
} from './count-try.ts';
export { KnownBrowser } from './known-browser.entity.ts';
export {
  browserStanding,
  forgetBrowsers,
  isKnownByName,
  type BrowserStanding,
} from './known-browser-store.ts';
export { loadViewer } from './load-viewer.ts';
export { lockAccountOfSession } from './lock-own-session.ts';
export { AccountInactive, InvalidCredentials, LoggedIn, LoginResult } from './login.types.ts';
export {
  newBrowserToken,
  openSession,
  resumeSession,
  setLoginCookies,
  type NewLogin,
  type OpenedSession,
} from './open-session.ts';
export { closePasswordWindow, endSessions, notePassedStep, replaceToken } from './session-store.ts';
export { Session } from './session.entity.ts';
