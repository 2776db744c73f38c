export { AccessChange } from './access-change.entity.ts';
export { accountsWithProposedEmail, HAS_WAITING_CHANGE, insertAccessChange } from './access-change-store.ts';
/** All statements about `access_change`, for the room that lets changes take effect. */
export * as accessChangeStore from './access-change-store.ts';
export { endAccessChanges, endFreshStart, endFreshStartOfOwner } from './end-access-changes.ts';
export { withdrawAllChanges } from './withdraw-all.ts';
export { changeEndedForCoachQueue, type ChangeEndedJob } from './change-ended-for-coach-queue.ts';
