export { Reply, takeInboundMail } from './replies/index.ts';
export { Delivery, applyProviderEvent, findWaitingDeliveries } from './sending/index.ts';
