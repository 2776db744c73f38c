import { feature } from '../../../feature.ts';
import { letterJob } from '../../letters/index.ts';
import { MessageCheckResolver } from './message-check.resolver.ts';
import { MessageTemplate } from './message-template.entity.ts';
import { Message } from './message.entity.ts';
import { MessagesResolver } from './messages.resolver.ts';
import { sendTestMail, testMessageQueue } from './test-message.ts';

export const writing = feature({
  resolvers: [MessagesResolver, MessageCheckResolver],
  entities: [Message, MessageTemplate],
  jobs: [letterJob(testMessageQueue, sendTestMail)],
});
