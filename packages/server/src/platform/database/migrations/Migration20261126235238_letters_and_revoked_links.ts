import { Migration } from '@mikro-orm/migrations';

export class Migration20261126235238_letters_and_revoked_links extends Migration {
  override name = 'Migration20261126235238_letters_and_revoked_links';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "letter_sent" ("mail_id" uuid not null, "account_id" uuid not null, "asked_by" text not null, "sent_at" timestamptz(3) not null, primary key ("mail_id", "account_id"));`,
    );
    this.addSql(`create index "letter_sent_account_id_index" on "letter_sent" ("account_id");`);
    this.addSql(`create index "letter_sent_sent_at_index" on "letter_sent" ("sent_at");`);

    this.addSql(`alter table "message" add "links_revoked_at" timestamptz(3) null;`);

    this.addSql(
      `alter table "letter_sent" add constraint "letter_sent_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "letter_sent" add constraint "letter_sent_asked_by_check" check ("asked_by" in ('OWNER', 'US', 'ANYONE'));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "letter_sent" cascade;`);

    this.addSql(`alter table "message" drop column "links_revoked_at";`);
  }
}
