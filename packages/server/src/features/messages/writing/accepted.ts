import type { RequestContext } from '../../../request-context.ts';
import { FieldError, InvalidInput } from '../../../platform/graphql/user-errors.types.ts';
import { say } from '../../../platform/language/say.ts';
import { MessageAccepted } from './message-result.types.ts';
import { findOwnMessage, toView } from './read-messages.ts';
import type { Viewer } from '../../../viewer.ts';

/** The answer of every call that keeps or changes a message: the message as it stands now. */
export async function accepted(
  context: RequestContext,
  viewer: Viewer,
  id: string,
): Promise<MessageAccepted> {
  const message = await findOwnMessage(context, viewer, id);
  if (!message) throw new Error('A message just taken is not there');
  return new MessageAccepted(toView(message));
}

export function noSuchMessage(field = 'id'): InvalidInput {
  return new InvalidInput([new FieldError(field, say().messages.thereIsNoSuchMessage)]);
}
