import { defineEntity, p } from '@mikro-orm/core';

/** A worker that is at work, or was: each writes its own row again and again. */
export const WorkerBeat = defineEntity({
  name: 'WorkerBeat',
  tableName: 'worker_beat',
  properties: {
    /** Of the process. */
    id: p.uuid().primary(),
    /** When it last looked for what is due, and had an answer. */
    at: p.datetime(3),
    /** It was told to end, and did. Without this, one that is silent has died or stands still. */
    endedAt: p.datetime(3).nullable(),
    /** When the mail provider last said to it whether it takes our mail at all; null: not yet. */
    providerHeardAt: p.datetime(3).nullable(),
    /** Since when it does not; null: it does. */
    providerRefusesSince: p.datetime(3).nullable(),
  },
});
