import {
  AccessChange,
  AccessChangeLink,
  AccessEvent,
  Account,
  LetterSent,
  Practice,
} from './features/accounts/index.ts';
import { LoginCode, LoginLink } from './features/login-links/index.ts';
import {
  Delivery,
  MailPause,
  Message,
  MessageTemplate,
  ReplyAddress,
  SeenProviderEvent,
} from './features/messages/index.ts';
import { Reply } from './features/replies/index.ts';
import { ApiToken, KnownBrowser, Session } from './features/login/index.ts';
import { Passkey, PasskeyCeremony } from './features/passkeys/index.ts';
import { Authenticator, RecoveryCode, SecondStepChallenge } from './features/second-step/index.ts';
import { ServerSecret } from './platform/database/server-secret.entity.ts';
import { IdempotencyKey } from './platform/idempotency/idempotency-key.entity.ts';
import { WaitingJob } from './platform/jobs/waiting-job.entity.ts';
import { RateLimit } from './platform/rate-limits/rate-limit.entity.ts';

/** Every table of ours, written out. pg-boss keeps its own in the schema `pgboss`. */
export const entities = [
  Practice,
  Account,
  AccessEvent,
  AccessChange,
  AccessChangeLink,
  LetterSent,
  Session,
  KnownBrowser,
  ApiToken,
  Passkey,
  PasskeyCeremony,
  Authenticator,
  RecoveryCode,
  SecondStepChallenge,
  LoginLink,
  LoginCode,
  Message,
  Delivery,
  MailPause,
  ReplyAddress,
  Reply,
  MessageTemplate,
  SeenProviderEvent,
  RateLimit,
  IdempotencyKey,
  WaitingJob,
  ServerSecret,
];
