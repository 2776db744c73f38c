import { Migration20261125040122_initial } from './migrations/Migration20261125040122_initial.ts';
import { Migration20261125053423_clients_and_messages } from './migrations/Migration20261125053423_clients_and_messages.ts';

/** Every migration, oldest first, written out: what is not here is never run. */
export const migrations = [Migration20261125040122_initial, Migration20261125053423_clients_and_messages];
