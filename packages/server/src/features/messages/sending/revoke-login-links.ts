import { revokeLinks } from '../../login/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { InvalidInput } from '../../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import { accepted, findOwnMessage, Message, noSuchMessage, type MessageAccepted } from '../writing/index.ts';
import { Delivery } from './delivery.entity.ts';
import type { Viewer } from '../../../viewer.ts';

/** Takes back the links this message sent: they are dead, and can't be renewed. Those that have not gone yet never do. */
export async function revokeLoginLinks(
  context: RequestContext,
  viewer: Viewer,
  messageId: string,
): Promise<MessageAccepted | InvalidInput> {
  const message = await findOwnMessage(context, viewer, messageId);
  if (!message) return noSuchMessage('messageId');
  await inTransaction(context, async (inside) => {
    const deliveries = await inside.em.find(Delivery, { message: messageId }, { fields: ['id'] });
    const deliveryIds = deliveries.map(({ id }) => id);
    await inside.em.nativeUpdate(Message, { id: messageId }, { linksRevokedAt: inside.clock.now() });
    await revokeLinks(inside, { deliveryIds, coachId: viewer.account.id });
  });
  return accepted(context, viewer, messageId);
}
