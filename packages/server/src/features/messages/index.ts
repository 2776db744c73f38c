export { Reply, takeInboundMail } from './replies/index.ts';
export {
  Delivery,
  applyProviderEvent,
  doubtDeliveries,
  findWaitingDeliveries,
  stopMessagesOf,
} from './sending/index.ts';
