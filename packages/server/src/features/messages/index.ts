export { deliverDue } from './deliver.ts';
export { deliverQueue } from './deliver-queue.ts';
export { Delivery } from './delivery.entity.ts';
export { MessageTemplate } from './message-template.entity.ts';
export { Message } from './message.entity.ts';
export { ClientDeliveriesResolver, MessageCheckResolver, MessagesResolver } from './messages.resolver.ts';
export { tellDeliverers } from './tell-deliverers.ts';
export { sendTestMail, testMessageQueue } from './test-message.ts';
