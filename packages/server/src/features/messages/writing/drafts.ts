import { isId } from '../../../platform/graphql/connection.types.ts';
import {
  FieldError,
  InvalidInput,
  type TooManyAttempts,
  UserError,
} from '../../../platform/graphql/user-errors.types.ts';
import { newId } from '../../../platform/random-token.ts';
import type { RequestContext } from '../../../request-context.ts';
import { insertMessage, writtenColumns } from './insert-message.ts';
import { Message } from './message.entity.ts';
import type { MessageAccepted, MessageInput } from './message-result.types.ts';
import { preflight } from './preflight.ts';
import { findOwnMessage } from './read-messages.ts';
import { accepted, noSuchMessage } from './accepted.ts';
import { whyNotKept } from './why-not-kept.ts';
import { say } from '../../../platform/language/say.ts';
import type { Viewer } from '../../../viewer.ts';

interface Saving {
  input: MessageInput;
  id: string | null;
  version: number | null;
}

/** Keeps a draft, with its faults, unless that lost what was written; an older version never overwrites a newer one. */
export async function saveDraft(
  context: RequestContext,
  viewer: Viewer,
  { input, id, version }: Saving,
): Promise<MessageAccepted | InvalidInput | TooManyAttempts> {
  const checked = await preflight(context, viewer, input);
  if (checked instanceof UserError) return checked;
  const refused = whyNotKept(checked, 'input.body');
  if (refused) return refused;
  const { em } = context;
  if (id === null) {
    const fresh = newId();
    await insertMessage(context, viewer, { id: fresh, input, checked, state: 'DRAFT', scheduledFor: null });
    return accepted(context, viewer, fresh);
  }
  const draft = await findOwnMessage(context, viewer, id);
  if (draft?.state !== 'DRAFT') return noSuchMessage();
  const before = version ?? draft.version;
  const saved = await em.nativeUpdate(
    Message,
    { id, state: 'DRAFT', version: before },
    { ...writtenColumns(input, checked), version: before + 1 },
  );
  if (saved === 0)
    return new InvalidInput([new FieldError('version', say().messages.thisDraftWasSavedElsewhereSinceLoad)]);
  return accepted(context, viewer, id);
}

/** Removes what nobody was ever sent: a draft, or a message that was stopped before it went. False: there is none. */
export async function discardDraft({ em }: RequestContext, viewer: Viewer, id: string): Promise<boolean> {
  const unsent = { id, coach: viewer.account.id, state: { $in: ['DRAFT', 'CANCELLED'] as const } };
  return isId(id) && (await em.nativeDelete(Message, unsent)) > 0;
}
