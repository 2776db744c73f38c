export { endAllAccess } from './end-all-access.ts';
export { endEveryWayIn } from './end-every-way-in.ts';
export { countInvites, inviteQueue, mailInvite } from './invites/index.ts';
export {
  LoginLink,
  LoginLinkUnusable,
  endLinks,
  findEndsOfLinks,
  findLinksOfDeliveries,
  hideSecrets,
  isCoachOfPractice,
  mintLoginLink,
  mintLoginLinks,
  noteUnsentLinks,
  readToken,
  revokeLinks,
} from './links/index.ts';
export { Passkey } from './passkeys/index.ts';
export { proveOwner } from './proof/index.ts';
export {
  Authenticator,
  RecoveryCode,
  refuseMissingKeys,
  removeSecondSteps,
  removeUnreadableSecondSteps,
} from './second-step/index.ts';
export {
  KnownBrowser,
  Session,
  reloadedAccount,
  endSessions,
  loadViewer,
  lockAccountOfSession,
} from './sessions/index.ts';
export { ApiToken, endApiTokens, loadTokenViewer } from './tokens/index.ts';
