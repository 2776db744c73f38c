export { beginEmailChange } from './begin-email-change.ts';
export { changeLetterQueue } from './change-letter-queue.ts';
export { freshStartAt, freshStartEmail, proposedEmail } from './find-waiting-changes.ts';
