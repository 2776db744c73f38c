export { applyProviderEvent } from './apply-provider-event.ts';
export { Delivery } from './delivery.entity.ts';
export { ReplyAddress } from './reply-address.entity.ts';
export { replyAddressHash } from './reply-addresses.ts';
export { rememberProviderEvent, isProviderEventSeen } from './seen-provider-events.ts';
export { sentTexts } from './sent-texts.ts';
export { startSending } from './start-sending.ts';
export { findWaitingDeliveries } from './waiting-deliveries.ts';
