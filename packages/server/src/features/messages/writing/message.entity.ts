import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { MessageContent } from '@latchstring/message-language';
import { Account } from '../../accounts/index.ts';

/** What a coach writes to clients. The body stands as written: tags literally, and never a link. */
export const Message = defineEntity({
  name: 'Message',
  tableName: 'message',
  indexes: [{ properties: ['coach', 'createdAt'] }, { properties: ['state', 'scheduledFor'] }],
  properties: {
    id: p.uuid().primary(),
    coach: () => p.manyToOne(Account).deleteRule('cascade'),
    subject: p.text(),
    /** fold(subject): for the search. */
    foldedSubject: p.text(),
    body: p.text(),
    /** What subject and body were understood as when they were written: each mail is filled in from it. */
    content: p.json<MessageContent>(),
    bodyFormat: p.enum(['HTML', 'TEXT'] as const),
    state: p.enum(['DRAFT', 'SCHEDULED', 'SENDING', 'SENT', 'CANCELLED'] as const),
    /** Everybody active at the moment of sending, besides those named. */
    allActive: p.boolean(),
    clientIds: p.json<string[]>(),
    /** Besides: everybody active who got that message and has not come in since, as it stands at the moment of sending. */
    notInOf: () => p.manyToOne(Message).nullable().deleteRule('set null').index(),
    copyToMe: p.boolean(),
    /** Wall-clock time as chosen, and its zone; null: at once. */
    localTime: p.string().length(16).nullable(),
    timeZone: p.string().length(64).nullable(),
    scheduledFor: p.datetime(3).nullable(),
    sentAt: p.datetime(3).nullable(),
    /** The coach took its login links back: those that had not gone by then never do. */
    linksRevokedAt: p.datetime(3).nullable(),
    /** Grows with every save of a draft. */
    version: p.integer().default(1),
    createdAt: p.datetime(3),
  },
});
export type Message = InferEntity<typeof Message>;
