import { Migration20261125040122_initial } from './migrations/Migration20261125040122_initial.ts';
import { Migration20261125053423_clients_and_messages } from './migrations/Migration20261125053423_clients_and_messages.ts';
import { Migration20261125090130_deliveries_and_addresses } from './migrations/Migration20261125090130_deliveries_and_addresses.ts';
import { Migration20261125090140_login_help_indexes } from './migrations/Migration20261125090140_login_help_indexes.ts';
import { Migration20261125090144_passkeys } from './migrations/Migration20261125090144_passkeys.ts';
import { Migration20261125091638_second_step } from './migrations/Migration20261125091638_second_step.ts';
import { Migration20261125092237_replies } from './migrations/Migration20261125092237_replies.ts';
import { Migration20261125094244_api_tokens } from './migrations/Migration20261125094244_api_tokens.ts';
import { Migration20261125095517_access_changes } from './migrations/Migration20261125095517_access_changes.ts';
import { Migration20261125095749_access_event_kinds } from './migrations/Migration20261125095749_access_event_kinds.ts';
import { Migration20261125130604_own_letter_arrived } from './migrations/Migration20261125130604_own_letter_arrived.ts';
import { Migration20261125131703_copied_passkeys } from './migrations/Migration20261125131703_copied_passkeys.ts';
import { Migration20261125134204_delivery_asks } from './migrations/Migration20261125134204_delivery_asks.ts';
import { Migration20261126235238_letters_and_revoked_links } from './migrations/Migration20261126235238_letters_and_revoked_links.ts';
import { Migration20261126235500_delivery_copies } from './migrations/Migration20261126235500_delivery_copies.ts';
import { Migration20261129213052_delivery_rests } from './migrations/Migration20261129213052_delivery_rests.ts';
import { Migration20261129213636_ended_links } from './migrations/Migration20261129213636_ended_links.ts';
import { Migration20261129213705_shared_quotas } from './migrations/Migration20261129213705_shared_quotas.ts';
import { Migration20261129220612_doubtful_replies } from './migrations/Migration20261129220612_doubtful_replies.ts';

/** Every migration, oldest first, written out: what is not here is never run. */
export const migrations = [
  Migration20261125040122_initial,
  Migration20261125053423_clients_and_messages,
  Migration20261125090130_deliveries_and_addresses,
  Migration20261125090140_login_help_indexes,
  Migration20261125090144_passkeys,
  Migration20261125091638_second_step,
  Migration20261125092237_replies,
  Migration20261125094244_api_tokens,
  Migration20261125095517_access_changes,
  Migration20261125095749_access_event_kinds,
  Migration20261125130604_own_letter_arrived,
  Migration20261125131703_copied_passkeys,
  Migration20261125134204_delivery_asks,
  Migration20261126235238_letters_and_revoked_links,
  Migration20261126235500_delivery_copies,
  Migration20261129213052_delivery_rests,
  Migration20261129213636_ended_links,
  Migration20261129213705_shared_quotas,
  Migration20261129220612_doubtful_replies,
];
