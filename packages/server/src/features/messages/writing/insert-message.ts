import { fold } from '../../accounts/index.ts';
import type { RequestContext } from '../../../request-context.ts';
import { Message } from './message.entity.ts';
import type { MessageInput } from './message-result.types.ts';
import type { Checked } from './preflight.ts';
import type { Viewer } from '../../../viewer.ts';

interface NewMessage {
  id: string;
  input: MessageInput;
  checked: Checked;
  state: Message['state'];
  scheduledFor: Date | null;
}

export async function insertMessage(
  { em, clock }: RequestContext,
  viewer: Viewer,
  { id, input, checked, state, scheduledFor }: NewMessage,
): Promise<void> {
  await em.insert(Message, {
    id,
    coach: viewer.account.id,
    ...writtenColumns(input, checked),
    state,
    scheduledFor,
    sentAt: null,
    version: 1,
    createdAt: clock.now(),
  });
}

/** What somebody wrote and chose, as it is stored. */
export function writtenColumns(input: MessageInput, { composed, schedule }: Checked) {
  return {
    ...composed.stored,
    foldedSubject: fold(composed.stored.subject),
    content: composed.content,
    allActive: input.recipients.allActive,
    clientIds: [...new Set(input.recipients.clientIds ?? [])].map((clientId) => clientId.toLowerCase()),
    notInOf: input.recipients.notInOf ?? null,
    copyToMe: input.copyToMe,
    localTime: schedule?.localTime ?? null,
    timeZone: schedule?.timeZone ?? null,
  };
}
