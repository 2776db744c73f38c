export { countInvites, inviteQueue } from './invite-queue.ts';
export { mailInvite, mintInvite, recordInvited, wayIn } from './mail-invite.ts';
