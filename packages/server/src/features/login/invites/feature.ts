import { feature } from '../../../feature.ts';
import { letterJob } from '../../letters/index.ts';
import { inviteQueue, sendInvite } from './invite-queue.ts';
import { InvitesResolver } from './invites.resolver.ts';

/** The way in of somebody who has never logged in. */
export const invites = feature({
  resolvers: [InvitesResolver],
  jobs: [letterJob(inviteQueue, sendInvite)],
});
