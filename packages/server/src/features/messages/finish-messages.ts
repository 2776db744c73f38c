import type { Post } from '../../platform/mail/mail.ts';
import type { Mechanisms } from '../../request-context.ts';
import { Message } from './message.entity.ts';
import { renderCopy } from './prepare-mails.ts';

const DONE = `
  update message m set state = 'SENT', sent_at = coalesce(sent_at, ?)
   where m.state = 'SENDING' and not exists (select 1 from delivery d where d.message_id = m.id and d.state = 'QUEUED')
  returning m.id`;

// Claimed before it is sent: a crash in between loses the coach's copy rather than sending two.
const CLAIM_COPY = `
  update message set copy_sent_at = ? where copy_to_me and copy_sent_at is null and state in ('SENDING', 'SENT') returning id`;

/** Messages whose last delivery is done are sent; and the coach's copy goes once, rendered for no recipient. */
export async function finishMessages(worker: Mechanisms & { post: Post }): Promise<void> {
  const { em, clock, post } = worker;
  const now = clock.now();
  const copies = await em.execute<{ id: string }[]>(CLAIM_COPY, [now]);
  for (const { id } of copies) {
    const message = await em.findOneOrFail(
      Message,
      { id },
      { populate: ['coach', 'coach.practice'], refresh: true },
    );
    await post.sendMessage(renderCopy(worker, message)).catch(async (error: unknown) => {
      await em.nativeUpdate(Message, { id }, { copySentAt: null });
      throw error;
    });
  }
  await em.execute(DONE, [now]);
}
