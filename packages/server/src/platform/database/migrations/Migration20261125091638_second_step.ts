import { Migration } from '@mikro-orm/migrations';

export class Migration20261125091638_second_step extends Migration {
  override name = 'Migration20261125091638_second_step';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "authenticator" ("id" uuid not null, "account_id" uuid not null, "sealed_secret" varchar(255) not null, "confirmed_at" timestamptz(3) null, "set_up_by_session_id" uuid not null, "last_step" bigint not null default '0', "created_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "authenticator_account_id_index" on "authenticator" ("account_id");`);

    this.addSql(
      `create table "recovery_code" ("account_id" uuid not null, "position" int not null, "code_hash" varchar(255) not null, "used_at" timestamptz(3) null, primary key ("account_id", "position"));`,
    );

    this.addSql(
      `create table "second_step_challenge" ("id" uuid not null, "token_hash" varchar(64) not null, "account_id" uuid not null, "session_id" uuid null, "method" text not null, "may_replace_password" boolean not null, "credentials_version" int not null, "browser_hash" varchar(64) not null, "expires_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "second_step_challenge" add constraint "second_step_challenge_token_hash_unique" unique ("token_hash");`,
    );
    this.addSql(
      `create index "second_step_challenge_account_id_index" on "second_step_challenge" ("account_id");`,
    );
    this.addSql(
      `create index "second_step_challenge_expires_at_index" on "second_step_challenge" ("expires_at");`,
    );

    this.addSql(
      `alter table "authenticator" add constraint "authenticator_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "recovery_code" add constraint "recovery_code_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "second_step_challenge" add constraint "second_step_challenge_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "second_step_challenge" add constraint "second_step_challenge_method_check" check ("method" in ('PASSWORD', 'LOGIN_LINK', 'LOGIN_CODE', 'PASSKEY'));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "authenticator" cascade;`);
    this.addSql(`drop table if exists "recovery_code" cascade;`);
    this.addSql(`drop table if exists "second_step_challenge" cascade;`);
  }
}
