import { Account, practiceInLetter } from '../../accounts/index.ts';
import { findOwnClient } from '../../clients/index.ts';
import {
  FieldError,
  InvalidInput,
  type TooManyAttempts,
  UserError,
} from '../../../platform/graphql/user-errors.types.ts';
import type { Queue } from '../../../platform/jobs/jobs.ts';
import type { Mailer } from '../../../platform/mail/mail.ts';
import { newId } from '../../../platform/random-token.ts';
import type { Mechanisms, RequestContext } from '../../../request-context.ts';
import type { MessageContent } from '@latchstring/message-language';
import { MessageAccepted, type MessageInput } from './message-result.types.ts';
import { preflight } from './preflight.ts';
import { toView } from './read-messages.ts';
import { renderFor } from './render-for.ts';
import { tooManyMessages } from './send-message.ts';
import { whyNotKept } from './why-not-kept.ts';
import { say, speakingTo } from '../../../platform/language/say.ts';
import type { Viewer } from '../../../viewer.ts';

interface TestMessage {
  coachId: string;
  clientId: string;
  content: MessageContent;
}

export const testMessageQueue: Queue<TestMessage> = { name: 'test-message', deletesWhenDone: true };

/** To the coach alone, with this client's values; the link stays literal and the client gets nothing. */
export async function sendTestMessage(
  context: RequestContext,
  viewer: Viewer,
  { input, asClientId }: { input: MessageInput; asClientId: string },
): Promise<MessageAccepted | InvalidInput | TooManyAttempts> {
  const client = await findOwnClient(context, viewer, asClientId);
  if (!client) return new InvalidInput([new FieldError('asClientId', say().clients.thereIsNoSuchClient)]);
  const checked = await preflight(context, viewer, input);
  if (checked instanceof UserError) return checked;
  const refused = whyNotKept(checked, 'input.body');
  if (refused) return refused;
  const retryAt = await context.limits.take('messagesPerCoach', viewer.account.id);
  if (retryAt) return tooManyMessages(retryAt);
  const { em, jobs, clock } = context;
  const { content, stored } = checked.composed;
  await jobs.enqueue(em, testMessageQueue, { coachId: viewer.account.id, clientId: client.id, content });
  const asDraft = {
    ...stored,
    content,
    id: newId(),
    state: 'DRAFT' as const,
    version: 0,
    allActive: false,
    clientIds: [client.id],
    notInOf: null,
    copyToMe: false,
    localTime: null,
    timeZone: null,
    scheduledFor: null,
    sentAt: null,
    createdAt: clock.now(),
  };
  return new MessageAccepted(toView(asDraft));
}

/** The job behind a test mail: to the coach alone, filled from one client, the login link literal. */
export async function sendTestMail(worker: Mechanisms & { post: Mailer }, job: TestMessage): Promise<void> {
  const { em, post, clock, siteName } = worker;
  const coach = await em.findOneOrFail(Account, { id: job.coachId }, { populate: ['practice'] });
  const client = await em.findOne(Account, { id: job.clientId, coach: job.coachId });
  if (!client) return;
  const reader = { client, loginLink: null, until: null, shared: false, mayReply: false };
  const { subject, text, html } = renderFor(job.content, coach, reader, clock.now());
  await post.sendMessage({
    id: newId(),
    to: coach.email,
    fromName: practiceInLetter(coach.practice, siteName),
    subject: speakingTo(coach, () => say().messages.test({ subject })),
    text,
    html,
  });
}
