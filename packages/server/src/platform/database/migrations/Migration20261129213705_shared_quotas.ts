import { Migration } from '@mikro-orm/migrations';

export class Migration20261129213705_shared_quotas extends Migration {
  override name = 'Migration20261129213705_shared_quotas';

  override up(): void | Promise<void> {
    // Codes live ten minutes: those that are under way were hashed in another way.
    this.addSql(`delete from "login_code";`);
    this.addSql(
      `create table "waiting_job" ("id" uuid not null, "queue" varchar(64) not null, "gather_key" varchar(64) not null, "data" jsonb not null, "due_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "waiting_job_gather_key_index" on "waiting_job" ("gather_key");`);
    this.addSql(`create index "waiting_job_due_at_index" on "waiting_job" ("due_at");`);

    this.addSql(`alter table "login_code" drop constraint "login_code_account_id_foreign";`);

    this.addSql(`alter table "login_code" drop constraint "login_code_pkey";`);
    this.addSql(`alter table "login_code" add "asked_by" text not null;`);
    this.addSql(
      `alter table "login_code" alter column "code_hash" type varchar(64) using ("code_hash"::varchar(64));`,
    );
    this.addSql(
      `alter table "login_code" add constraint "login_code_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );
    this.addSql(`alter table "login_code" add primary key ("account_id", "asked_by");`);
    this.addSql(
      `alter table "login_code" add constraint "login_code_asked_by_check" check ("asked_by" in ('OWNER', 'ANYONE'));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`delete from "login_code";`);
    this.addSql(`drop table if exists "waiting_job" cascade;`);

    this.addSql(`alter table "login_code" drop constraint "login_code_account_id_foreign";`);

    this.addSql(`alter table "login_code" drop constraint "login_code_pkey";`);
    this.addSql(`alter table "login_code" drop constraint "login_code_asked_by_check";`);
    this.addSql(`alter table "login_code" drop column "asked_by";`);
    this.addSql(
      `alter table "login_code" alter column "code_hash" type varchar(255) using ("code_hash"::varchar(255));`,
    );
    this.addSql(
      `alter table "login_code" add constraint "login_code_account_id_foreign" foreign key ("account_id") references "account" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(`alter table "login_code" add primary key ("account_id");`);
  }
}
