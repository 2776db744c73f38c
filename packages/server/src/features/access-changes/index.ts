export { AccessChangesResolver } from './access-changes.resolver.ts';
export { beginEmailChange } from './begin-email-change.ts';
export { changeLetterQueue, type ChangeLetterJob } from './change-letter-queue.ts';
export { countFromNotice } from './count-from-notice.ts';
export { dueChangesQueue, takeDueChanges, tellDueChanges } from './due-fresh-starts.ts';
export { endEverything } from './end-everything.ts';
export { mailChangeLetter } from './mail-change-letter.ts';
export { MyChangesResolver } from './my-changes.resolver.ts';
export { freshStartAt, proposedEmail } from './waiting-changes.ts';
