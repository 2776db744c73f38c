import { findEndsOfLinks } from '../../login/index.ts';
import { clockTime } from '../../../platform/mail/clock-time.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { Delivery } from './delivery.entity.ts';
import { wordsFor } from '../writing/index.ts';

const MOST_DELIVERIES = 20;
/** Of what was written, so that a long correspondence takes no longer to read than one long mail. */
const MOST_CHARACTERS = 32 * 1024;

/**
 * What the newest mails to this client said, this delivery's first. Each twice, since names change: with today's values,
 * and with `gap` in place of every value. Links lead nowhere.
 */
export async function sentTexts(
  { em, publicUrl }: Pick<Mechanisms, 'em' | 'publicUrl'>,
  answered: Pick<Delivery, 'id' | 'client'>,
  gap: string,
): Promise<string[]> {
  const sent = await em.find(
    Delivery,
    { client: answered.client.id, isCopy: false, state: { $nin: ['QUEUED', 'HELD'] } },
    {
      orderBy: { createdAt: 'desc' },
      limit: MOST_DELIVERIES,
      populate: ['message.coach.practice', 'client'],
    },
  );
  const inOrder = [...sent].sort((a, b) => Number(b.id === answered.id) - Number(a.id === answered.id));
  const ends = await findEndsOfLinks(
    { em },
    sent.map(({ id }) => id),
  );
  const texts: string[] = [];
  let letters = 0;
  for (const { id, message, client } of inOrder) {
    letters += message.body.length;
    if (letters > MOST_CHARACTERS && texts.length > 0) break;
    const { coach, content } = message;
    const unnamed = {
      firstName: gap,
      lastName: gap,
      timeZone: client.timeZone,
      locale: client.locale,
      practice: { name: gap, supportEmail: gap },
    };
    const mail = { loginLink: `${publicUrl}/login/link`, until: gap, shared: false, mayReply: true };
    const at = message.sentAt ?? message.createdAt;
    const end = ends.get(id);
    const zone = client.timeZone ?? coach.timeZone ?? 'UTC';
    const until = end ? clockTime(end, zone, client.locale) : gap;
    texts.push(
      wordsFor(content, coach, { ...mail, client, until }, at),
      wordsFor(content, unnamed, { ...mail, client: unnamed }, at),
    );
  }
  return texts.map((text) => text.slice(0, MOST_CHARACTERS));
}
