export { AccessDiaryResolver } from './access-diary.resolver.ts';
export { LinkPolicyResolver } from './link-policy.resolver.ts';
export { ApiTokensResolver } from './api-tokens.resolver.ts';
export { MyAccountResolver } from './my-account.resolver.ts';
export { SecondStepResolver } from './second-step.resolver.ts';
export { PasskeysResolver } from './passkeys.resolver.ts';
export { askFreshStep } from './ask-fresh-step.ts';
export { changed } from './changed.ts';
export { tryName } from './try-name.ts';
export {
  CurrentPasswordWrong,
  MyAccountResult,
  PasswordRejected,
  UsernameTaken,
  type MyAccountChanged,
} from './my-account.types.ts';
export { lockOwnSession } from './lock-own-session.ts';
export { newPasswordFaults } from './new-password-faults.ts';
export { SessionsResolver } from './sessions.resolver.ts';
export { hasJustLoggedIn, proveByPassword } from './prove-owner.ts';
