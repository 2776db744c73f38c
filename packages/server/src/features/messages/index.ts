export { Reply, takeInboundMail } from './replies/index.ts';
export { Delivery, applyProviderEvent, doubtDeliveries, stopMessagesOf } from './sending/index.ts';
