export { countTry, forgiveTry } from './count-try.ts';
export { KnownBrowser } from './known-browser.entity.ts';
export { loadViewer } from './load-viewer.ts';
export { TYPED_MAX } from './log-in.ts';
export { InvalidCredentials, LoggedIn, SecondStepNeeded } from './login.types.ts';
export { LoginResolver } from './login.resolver.ts';
export { openSession, tellBrowser } from './open-session.ts';
export { Session } from './session.entity.ts';
export { failedLoginQueue, recordFailedLogin } from './record-failed-login.ts';
