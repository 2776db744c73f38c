import { defineEntity, p } from '@mikro-orm/core';

/** A job that has to wait until it may be done. Those of one key become one. */
export const WaitingJob = defineEntity({
  name: 'WaitingJob',
  tableName: 'waiting_job',
  properties: {
    id: p.uuid().primary(),
    queue: p.string().length(64),
    gatherKey: p.string().length(64).index(),
    data: p.json<object>(),
    dueAt: p.datetime(3).index(),
  },
});
