export { Reply } from './reply.entity.ts';
export { takeInboundMail } from './take-inbound-mail.ts';
