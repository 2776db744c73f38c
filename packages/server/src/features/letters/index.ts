export { letterJob } from './letter-job.ts';
export { takeLetter } from './letter-quota.ts';
export { LetterSent } from './letter-sent.entity.ts';
export { liftAll, liftForOwnRequest, liftSuppression, tryAddressAgain } from './lift-suppression.ts';
export { readerKey } from './reader-key.ts';
export { takeBackComplaint } from './take-back-complaint.ts';
