import { Migration } from '@mikro-orm/migrations';

export class Migration20261130234021_housekeeping_batches extends Migration {

  override name = 'Migration20261130234021_housekeeping_batches';

  override up(): void | Promise<void> {
    this.addSql(`create index "account_deletion_index" on "account" ("delete_at") where delete_at is not null;`);
    this.addSql(`create index "account_coaches_index" on "account" ("practice_id") where role = 'COACH';`);

    this.addSql(`alter table "login_link" add "is_expiry_told" boolean not null default false;`);
    this.addSql(`create index "login_link_untold_index" on "login_link" ("expires_at") where purpose = 'LOGIN' and not is_expiry_told and used_at is null and revoked_at is null and not_sent_at is null;`);
    this.addSql(`create index "login_link_of_deliveries_index" on "login_link" ("account_id", "created_at") where delivery_id is not null;`);

    this.addSql(`create index "login_code_expires_at_index" on "login_code" ("expires_at");`);

    this.addSql(`create index "known_browser_last_login_at_index" on "known_browser" ("last_login_at");`);

    this.addSql(`create index "access_event_passing_index" on "access_event" ("at") where kind !~ '^(FRESH_START|EMAIL_CHANGE)';`);

    this.addSql(`create index "rate_limit_expire_index" on "rate_limit" ("expire");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "access_event_passing_index";`);

    this.addSql(`drop index "account_deletion_index";`);
    this.addSql(`drop index "account_coaches_index";`);

    this.addSql(`drop index "known_browser_last_login_at_index";`);

    this.addSql(`drop index "login_code_expires_at_index";`);

    this.addSql(`drop index "login_link_untold_index";`);
    this.addSql(`drop index "login_link_of_deliveries_index";`);
    this.addSql(`alter table "login_link" drop column "is_expiry_told";`);

    this.addSql(`drop index "rate_limit_expire_index";`);
  }

}
