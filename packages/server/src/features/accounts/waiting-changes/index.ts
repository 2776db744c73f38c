export { AccessChange } from './access-change.entity.ts';
export { endAccessChanges, endFreshStartOfOwner } from './end-access-changes.ts';
export { insertAccessChange } from './insert-access-change.ts';
export { accountsWithProposedEmail } from './proposed-emails.ts';
export { changeEndedForCoachQueue, type ChangeEndedJob } from './change-ended-for-coach-queue.ts';
