export { answerUnread, answerUnreadQueue } from './answer-unread.ts';
export { RepliesResolver } from './replies.resolver.ts';
export { Reply } from './reply.entity.ts';
export { takeInboundMail } from './take-inbound-mail.ts';
export { tellCoach, tellCoachQueue } from './tell-coach.ts';
