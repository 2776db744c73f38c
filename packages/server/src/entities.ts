import { AccessEvent, Account, Practice } from './features/accounts/index.ts';
import { LoginCode, LoginLink } from './features/login-links/index.ts';
import { Delivery, Message, MessageTemplate, SeenProviderEvent } from './features/messages/index.ts';
import { KnownBrowser, Session } from './features/login/index.ts';
import { ServerSecret } from './platform/database/server-secret.entity.ts';
import { IdempotencyKey } from './platform/idempotency/idempotency-key.entity.ts';
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
  Message,
  Delivery,
  MessageTemplate,
  SeenProviderEvent,
  RateLimit,
  IdempotencyKey,
  ServerSecret,
];
