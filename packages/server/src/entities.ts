import { AccessEvent } from './features/accounts/access-event.entity.ts';
import { Account } from './features/accounts/account.entity.ts';
import { Practice } from './features/accounts/practice.entity.ts';
import { LoginCode } from './features/login-links/login-code.entity.ts';
import { LoginLink } from './features/login-links/login-link.entity.ts';
import { KnownBrowser } from './features/login/known-browser.entity.ts';
import { Session } from './features/login/session.entity.ts';
import { ServerSecret } from './platform/database/server-secret.entity.ts';
import { RateLimit } from './platform/rate-limits/rate-limit.entity.ts';

/** Every table of ours, written out. pg-boss keeps its own in the schema `pgboss`. */
export const entities = [
  Practice,
  Account,
  AccessEvent,
  Session,
  KnownBrowser,
  LoginLink,
  LoginCode,
  RateLimit,
  ServerSecret,
];
