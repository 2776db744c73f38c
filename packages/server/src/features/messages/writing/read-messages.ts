import { isId } from '../../../platform/graphql/connection.types.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { Message } from './message.entity.ts';
import type { MessageView } from './message.types.ts';
import type { Viewer } from '../../../viewer.ts';

/** A message of this coach, as the database has it; null for anybody else's and for what is no id. */
export async function findOwnMessage(
  { em }: Pick<Mechanisms, 'em'>,
  viewer: Viewer,
  id: string,
): Promise<Message | null> {
  return isId(id) ? em.findOne(Message, { id, coach: viewer.account.id }, { refresh: true }) : null;
}

type ShownField = Exclude<keyof Message & string, 'coach' | 'linksRevokedAt' | 'foldedSubject' | 'notInOf'>;

type Shown = Readonly<Pick<Message, ShownField>> & { notInOf?: { id: string } | null | undefined };

export function toView(message: Shown): MessageView {
  const { localTime, timeZone, clientIds, allActive, notInOf, ...rest } = message;
  const schedule = localTime && timeZone ? { localTime, timeZone } : null;
  const { id, subject, body, bodyFormat, state, version, copyToMe, createdAt, scheduledFor, sentAt } = rest;
  return {
    id,
    subject,
    body,
    bodyFormat,
    state,
    version,
    copyToMe,
    createdAt,
    schedule,
    scheduledFor: scheduledFor ?? null,
    undoableUntil: state === 'SCHEDULED' && !schedule ? (scheduledFor ?? null) : null,
    sentAt: sentAt ?? null,
    chosen: { clientIds, allActive, notInOf: notInOf?.id ?? null },
  };
}
