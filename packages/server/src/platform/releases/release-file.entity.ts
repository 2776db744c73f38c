import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/**
 * A file of the built app, of this release or of one of the two before it. Written by the command `migrate` alone: it is
 * code that browsers run.
 */
export const ReleaseFile = defineEntity({
  name: 'ReleaseFile',
  tableName: 'release_file',
  primaryKeys: ['release', 'path'],
  properties: {
    /** SHA-256 over what the release is made of. */
    release: p.string().length(64).primary(),
    /** From the app's folder on: assets/app-1a2b3c.js. */
    path: p.string().length(255).primary(),
    content: p.blob(),
    keptAt: p.datetime(3),
  },
});
export type ReleaseFile = InferEntity<typeof ReleaseFile>;
