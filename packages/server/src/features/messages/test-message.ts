import { Account } from '../accounts/index.ts';
import type { Queue } from '../../platform/jobs/jobs.ts';
import type { Post } from '../../platform/mail/mail.ts';
import { newId } from '../../platform/random-token.ts';
import type { Mechanisms } from '../../request-context.ts';
import { composeMessage, type WrittenMessage } from './compose-message.ts';
import { renderComposed } from './render-for.ts';
import { say, speakingTo } from '../../platform/language/say.ts';

interface TestMessage {
  coachId: string;
  clientId: string;
  written: WrittenMessage;
}

export const testMessageQueue: Queue<TestMessage> = { name: 'test-message' };

/** The job behind a test mail: to the coach alone, filled from one client, the login link literal. */
export async function sendTestMail(worker: Mechanisms & { post: Post }, job: TestMessage): Promise<void> {
  const { em, post, publicUrl, clock } = worker;
  const coach = await em.findOneOrFail(Account, { id: job.coachId }, { populate: ['practice'] });
  const client = await em.findOne(Account, { id: job.clientId, coach: job.coachId });
  if (!client) return;
  const reader = { client, loginLink: null, until: null, shared: false, mayReply: false };
  const { subject, text, html } = renderComposed(
    composeMessage(job.written, publicUrl),
    coach,
    reader,
    clock.now(),
  );
  await post.sendMessage({
    id: newId(),
    to: coach.email,
    fromName: coach.practice.name,
    subject: speakingTo(coach, () => say`Test: ${subject}`),
    text,
    html,
  });
}
