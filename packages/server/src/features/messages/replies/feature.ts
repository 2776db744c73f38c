import { feature } from '../../../feature.ts';
import { letterJob } from '../../letters/index.ts';
import { sendNoReaderAnswer, noReaderAnswerQueue } from './no-reader-answer.ts';
import { RepliesResolver } from './replies.resolver.ts';
import { Reply } from './reply.entity.ts';
import { mailReplyToCoach, replyToCoachQueue } from './mail-reply-to-coach.ts';

export const replies = feature({
  resolvers: [RepliesResolver],
  entities: [Reply],
  jobs: [letterJob(replyToCoachQueue, mailReplyToCoach), letterJob(noReaderAnswerQueue, sendNoReaderAnswer)],
});
