import { Migration20261130063648_initial } from './migrations/Migration20261130063648_initial.ts';
import { Migration20261130164100_delivery_turns } from './migrations/Migration20261130164100_delivery_turns.ts';
import { Migration20261130194301_worker_beats } from './migrations/Migration20261130194301_worker_beats.ts';
import { Migration20261130201038_restoration } from './migrations/Migration20261130201038_restoration.ts';
import { Migration20261130201839_release_files } from './migrations/Migration20261130201839_release_files.ts';
import { Migration20261130234021_housekeeping_batches } from './migrations/Migration20261130234021_housekeeping_batches.ts';

/** Every migration, oldest first, written out: what is not here is never run. */
export const migrations = [
  Migration20261130063648_initial,
  Migration20261130164100_delivery_turns,
  Migration20261130194301_worker_beats,
  Migration20261130201038_restoration,
  Migration20261130201839_release_files,
  Migration20261130234021_housekeeping_batches,
];
