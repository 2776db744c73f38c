export { AccessEvent, actorWords, recordAccessEvent, recordAccessEvents } from './access-diary/index.ts';
export { ACCESS_COLUMNS, accessOf, accessOfRow, type WaysIn, type AccessRow } from './access-of.ts';
export { accountLabel } from './account-label.ts';
export { Account } from './account.entity.ts';
export { raiseCredentialsVersion } from './account-store.ts';
export { lockAccount, type LockedAccount } from './lock-account.ts';
export { LoginLinkPolicy, Me } from './me.types.ts';
export {
  CurrentPasswordWrong,
  MyAccountChanged,
  MyAccountResult,
  PasswordRejected,
  SecondStep,
  SecondStepNeeded,
  UsernameTaken,
} from './my-account-result.types.ts';
export {
  TYPED_MAX,
  displayUsername,
  emailFault,
  emailKey,
  firstUsername,
  fold,
  foldedName,
  fullNameInLetter,
  greeting,
  isTimeZone,
  nameFault,
  practiceInLetter,
  tryUsername,
  usernameFault,
  usernameKey,
} from './names/index.ts';
export {
  createCoach,
  findCoach,
  listCoaches,
  listPractices,
  Refusal,
  renamePractice,
  setCoachStatus,
  setPractice,
} from './operator/index.ts';
export { Practice } from './practice.entity.ts';
export { securityLetterQueue, type Policy, type SecurityLetterJob } from './security-letter-job.ts';
export { forgetWrongPasswordsIn, noteInvited, noteLastLinks, noteWrongPasswords } from './standing/index.ts';
export { tellOwner } from './tell-owner.ts';
export {
  AccessChange,
  accessChangeStore,
  accountsWithProposedEmail,
  endAccessChanges,
  endFreshStart,
  endFreshStartOfOwner,
  HAS_WAITING_CHANGE,
  insertAccessChange,
  changeEndedForCoachQueue,
  type ChangeEndedJob,
  withdrawAllChanges,
} from './waiting-changes/index.ts';
