import { feature } from '../../../feature.ts';
import { letterJob } from '../../letters/index.ts';
import { answerUnread, answerUnreadQueue } from './answer-unread.ts';
import { RepliesResolver } from './replies.resolver.ts';
import { Reply } from './reply.entity.ts';
import { tellCoach, tellCoachQueue } from './tell-coach.ts';

export const replies = feature({
  resolvers: [RepliesResolver],
  entities: [Reply],
  jobs: [letterJob(tellCoachQueue, tellCoach), letterJob(answerUnreadQueue, answerUnread)],
});
