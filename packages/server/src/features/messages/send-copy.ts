import type { Queue } from '../../platform/jobs/jobs.ts';
import type { Post } from '../../platform/mail/mail.ts';
import type { Mechanisms } from '../../request-context.ts';
import { Message } from './message.entity.ts';
import { renderCopy } from './prepare-mails.ts';

export const messageCopyQueue: Queue<{ messageId: string }> = { name: 'message-copy' };

/** The job behind "copy to me": one letter to the coach, rendered for no recipient. */
export async function sendCopy(
  worker: Mechanisms & { post: Post },
  { messageId }: { messageId: string },
): Promise<void> {
  const message = await worker.em.findOne(
    Message,
    { id: messageId },
    { populate: ['coach', 'coach.practice'] },
  );
  if (message) await worker.post.sendMessage(renderCopy(worker, message));
}
