import { Migration20261130063648_initial } from './migrations/Migration20261130063648_initial.ts';
import { Migration20261130164100_delivery_turns } from './migrations/Migration20261130164100_delivery_turns.ts';
import { Migration20261130194301_worker_beats } from './migrations/Migration20261130194301_worker_beats.ts';

/** Every migration, oldest first, written out: what is not here is never run. */
export const migrations = [
  Migration20261130063648_initial,
  Migration20261130164100_delivery_turns,
  Migration20261130194301_worker_beats,
];
