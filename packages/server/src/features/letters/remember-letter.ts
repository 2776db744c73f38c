import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../../platform/clock.ts';
import type { Letter } from '../../platform/mail/letter.ts';

const REMEMBER = `
  insert into letter_sent (mail_id, account_id, asked_by, sent_at)
  select ?, id, ?, ? from account where id = ?
      on conflict do nothing`;

/** Before the letter goes: what becomes of it may be told at once. Another try of the same letter is the same letter. */
export async function rememberLetter(
  { em, clock }: { em: SqlEntityManager; clock: Clock },
  mailId: string,
  { owners = [] }: Letter,
): Promise<void> {
  for (const { accountId, askedBy } of owners)
    await em.execute(REMEMBER, [mailId, askedBy, clock.now(), accountId]);
}
