export { Reply, takeInboundMail } from './replies/index.ts';
export { Delivery, applyProviderEvent, stopMessagesOf } from './sending/index.ts';
