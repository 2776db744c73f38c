export { AccessChange } from './access-change.entity.ts';
export { endAccessChanges, endFreshStartOfOwner } from './end-access-changes.ts';
export { insertAccessChange } from './insert-access-change.ts';
export { accountsWithProposedEmail } from './proposed-emails.ts';
export { stopForCoachQueue, type StopJob } from './stop-for-coach-queue.ts';
