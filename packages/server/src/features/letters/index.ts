export { letterJob } from './letter-job.ts';
export { takeLetterQuota } from './letter-quota.ts';
export { LetterSent } from './letter-sent.entity.ts';
export {
  liftEverySuppression,
  liftForOwnRequest,
  liftRetriedBounce,
  tryAddressAgain,
} from './lift-suppression.ts';
export { readerKey } from './reader-key.ts';
export { takeBackComplaint } from './take-back-complaint.ts';
