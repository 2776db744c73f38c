import { Migration } from '@mikro-orm/migrations';

export class Migration20261125090140_login_help_indexes extends Migration {
  override name = 'Migration20261125090140_login_help_indexes';

  override up(): void | Promise<void> {
    this.addSql(`create index "known_browser_browser_hash_index" on "known_browser" ("browser_hash");`);

    this.addSql(
      `create index "access_event_account_id_kind_browser_hash_at_index" on "access_event" ("account_id", "kind", "browser_hash", "at");`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "access_event_account_id_kind_browser_hash_at_index";`);

    this.addSql(`drop index "known_browser_browser_hash_index";`);
  }
}
