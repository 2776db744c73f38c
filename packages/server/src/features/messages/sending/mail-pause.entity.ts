import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** That no message goes for now, whoever wrote it: one row while the provider takes none of our mail, else none. */
export const MailPause = defineEntity({
  name: 'MailPause',
  tableName: 'mail_pause',
  properties: {
    /** Of what waits: always the messages. */
    id: p.string().length(20).primary(),
    /** REFUSED: the provider does not want us. BUSY: it asked for a pause. AWAY: it takes nothing from anybody. */
    reason: p.enum(['REFUSED', 'BUSY', 'AWAY'] as const),
    /** Then one mail is tried; the others follow once it was taken. */
    until: p.datetime(3),
    /** How often in a row for this reason: each pause is longer than the one before. */
    tries: p.integer(),
  },
});
export type MailPause = InferEntity<typeof MailPause>;
