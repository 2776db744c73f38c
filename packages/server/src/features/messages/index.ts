export { Reply, takeInboundMail } from './replies/index.ts';
export { Delivery, applyProviderEvent } from './sending/index.ts';
