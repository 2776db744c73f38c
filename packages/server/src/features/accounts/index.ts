export { AccessChange } from './access-change.entity.ts';
export { AccessChangeLink } from './access-change-link.entity.ts';
export { AccessEvent, accessEventKinds } from './access-event.entity.ts';
export { accountLabel } from './account-label.ts';
export { actorWords } from './actor-words.ts';
export { Account } from './account.entity.ts';
export { emailFault, emailKey } from './email-address.ts';
export { lockAccount } from './lock-account.ts';
export { LetterSent } from './letter-sent.entity.ts';
export { mayLogIn } from './may-log-in.ts';
export { LoginLinkPolicy, Me } from './me.types.ts';
export { Practice } from './practice.entity.ts';
export { fullNameInLetter, greeting, practiceInLetter } from './names-in-letters.ts';
export { isTimeZone, nameFault } from './profile-faults.ts';
export { purgeAccessDiary } from './purge-access-diary.ts';
export { recordAccessEvent, recordAccessEvents } from './record-access-event.ts';
export { displayUsername, usernameFault, usernameKey } from './username.ts';
export type { Viewer } from './viewer.ts';
export type { SecurityLetterJob } from './security-letter-job.ts';
export { securityLetterQueue, sendSecurityLetter } from './security-letters.ts';
export { firstUsername } from './first-username.ts';
export { setPractice } from './set-practice.ts';
export { createCoach } from './create-coach.ts';
export { stopForCoachQueue, tellCoachOfStop } from './tell-coach-of-stop.ts';
export { endAccessChanges, endFreshStartOfOwner } from './end-access-changes.ts';
export { accountsWithProposedEmail } from './proposed-emails.ts';
export { readerKey } from './reader-key.ts';
export { rememberLetter } from './remember-letter.ts';
export { takeLetter } from './letter-quota.ts';
export { takeBackComplaint } from './take-back-complaint.ts';
export { restoreComplaint, restoreComplaintQueue } from './restore-complaint.ts';
export {
  liftAll,
  liftForOwnRequest,
  liftSuppression,
  liftSuppressionOf,
  liftSuppressionQueue,
  tryAddressAgain,
} from './lift-suppression.ts';
