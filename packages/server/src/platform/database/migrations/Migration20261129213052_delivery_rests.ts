import { Migration } from '@mikro-orm/migrations';

export class Migration20261129213052_delivery_rests extends Migration {
  override name = 'Migration20261129213052_delivery_rests';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "mail_pause" ("id" varchar(20) not null, "reason" text not null, "until" timestamptz(3) not null, "tries" int not null, primary key ("id"));`,
    );

    this.addSql(`alter table "login_link" add "not_sent_at" timestamptz(3) null;`);

    this.addSql(`alter table "delivery" add "held_until" timestamptz(3) null, add "fault" text null;`);
    this.addSql(
      `create index "delivery_queued_index" on "delivery" ("message_id") where state = 'QUEUED' and not is_copy;`,
    );
    this.addSql(
      `create index "delivery_held_index" on "delivery" ("held_until") where state = 'HELD' and held_until is not null;`,
    );

    this.addSql(`create index "account_practice_id_index" on "account" ("practice_id");`);

    this.addSql(`create index "access_event_actor_account_id_index" on "access_event" ("actor_account_id");`);

    this.addSql(
      `create index "access_change_asked_by_account_id_index" on "access_change" ("asked_by_account_id");`,
    );

    this.addSql(
      `alter table "delivery" add constraint "delivery_fault_check" check ("fault" in ('ADDRESS', 'CONTENT', 'REPUTATION', 'ACCOUNT', 'SERVER'));`,
    );
    this.addSql(
      `alter table "mail_pause" add constraint "mail_pause_reason_check" check ("reason" in ('REFUSED', 'BUSY', 'AWAY'));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "mail_pause" cascade;`);

    this.addSql(`drop index "access_change_asked_by_account_id_index";`);

    this.addSql(`drop index "access_event_actor_account_id_index";`);

    this.addSql(`drop index "account_practice_id_index";`);

    this.addSql(`drop index "delivery_queued_index";`);
    this.addSql(`drop index "delivery_held_index";`);
    this.addSql(`alter table "delivery" drop column "held_until", drop column "fault";`);

    this.addSql(`alter table "login_link" drop column "not_sent_at";`);
  }
}
