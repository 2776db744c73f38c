import { defineEntity, p } from '@mikro-orm/core';

/** Events of the provider that were applied: one that comes again does nothing. */
export const SeenProviderEvent = defineEntity({
  name: 'SeenProviderEvent',
  tableName: 'seen_provider_event',
  properties: { token: p.string().length(100).primary(), seenAt: p.datetime(3).index() },
});
