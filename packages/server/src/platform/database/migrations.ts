import { Migration20261130063648_initial } from './migrations/Migration20261130063648_initial.ts';

/** Every migration, oldest first, written out: what is not here is never run. */
export const migrations = [Migration20261130063648_initial];
