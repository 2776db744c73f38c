import { Migration } from '@mikro-orm/migrations';

export class Migration20261125092237_replies extends Migration {
  override name = 'Migration20261125092237_replies';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "reply" ("id" uuid not null, "message_id" uuid not null, "delivery_id" uuid not null, "at" timestamptz(3) not null, "text" text not null, "attachment_names" jsonb not null, "from_other_address" boolean not null, "mail_hash" varchar(64) null, primary key ("id"));`,
    );
    this.addSql(`create index "reply_message_id_at_id_index" on "reply" ("message_id", "at", "id");`);
    this.addSql(
      `alter table "reply" add constraint "reply_delivery_id_mail_hash_unique" unique ("delivery_id", "mail_hash");`,
    );

    this.addSql(
      `create table "reply_address" ("key_hash" varchar(64) not null, "delivery_id" uuid not null, "created_at" timestamptz(3) not null, primary key ("key_hash"));`,
    );
    this.addSql(`create index "reply_address_delivery_id_index" on "reply_address" ("delivery_id");`);
    this.addSql(`create index "reply_address_created_at_index" on "reply_address" ("created_at");`);

    this.addSql(
      `alter table "reply" add constraint "reply_message_id_foreign" foreign key ("message_id") references "message" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "reply" add constraint "reply_delivery_id_foreign" foreign key ("delivery_id") references "delivery" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "reply_address" add constraint "reply_address_delivery_id_foreign" foreign key ("delivery_id") references "delivery" ("id") on delete cascade;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "reply" cascade;`);
    this.addSql(`drop table if exists "reply_address" cascade;`);
  }
}
