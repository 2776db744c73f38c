import { Migration } from '@mikro-orm/migrations';

export class Migration20261125040122_initial extends Migration {
  override name = 'Migration20261125040122_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "practice" ("id" uuid not null, "name" varchar(120) not null, "support_email" varchar(254) not null, "created_at" timestamptz(3) not null, primary key ("id"));`,
    );

    this.addSql(
      `create table "account" ("id" uuid not null, "role" text not null, "practice_id" uuid not null, "coach_id" uuid null, "first_name" varchar(100) not null, "last_name" varchar(100) not null, "email" varchar(320) not null, "email_key" varchar(320) not null, "time_zone" varchar(64) null, "locale" varchar(35) not null default 'en', "username" varchar(256) not null, "username_key" varchar(256) not null, "password_hash" varchar(255) null, "credentials_version" int not null default 1, "status" text not null default 'ACTIVE', "may_log_in_while_inactive" boolean not null default false, "login_link_policy" text not null default 'ALLOWED', "registered_at" timestamptz(3) null, "login_count" int not null default 0, "last_login_at" timestamptz(3) null, "created_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "account_email_key_index" on "account" ("email_key");`);
    this.addSql(
      `alter table "account" add constraint "account_username_key_unique" unique ("username_key");`,
    );

    this.addSql(
      `create table "login_link" ("id" uuid not null, "token_hash" varchar(64) not null, "purpose" text not null, "account_id" uuid not null, "issuer" text not null, "credentials_version" int not null, "asked_by_browser_hash" varchar(64) null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "used_at" timestamptz(3) null, "used_by_browser_hash" varchar(64) null, "used_by_session_id" uuid null, "revoked_at" timestamptz(3) null, "opened_by_coach_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "login_link" add constraint "login_link_token_hash_unique" unique ("token_hash");`,
    );
    this.addSql(`create index "login_link_account_id_index" on "login_link" ("account_id");`);
    this.addSql(`create index "login_link_expires_at_index" on "login_link" ("expires_at");`);

    this.addSql(
      `create table "login_code" ("account_id" uuid not null, "code_hash" varchar(255) not null, "credentials_version" int not null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, primary key ("account_id"));`,
    );

    this.addSql(
      `create table "known_browser" ("account_id" uuid not null, "browser_hash" varchar(64) not null, "last_login_at" timestamptz(3) not null, primary key ("account_id", "browser_hash"));`,
    );

    this.addSql(
      `create table "access_event" ("id" uuid not null, "account_id" uuid not null, "at" timestamptz(3) not null, "kind" text not null, "actor" text not null, "actor_account_id" uuid null, "device" varchar(80) null, "browser_hash" varchar(64) null, primary key ("id"));`,
    );
    this.addSql(`create index "access_event_account_id_at_index" on "access_event" ("account_id", "at");`);

    this.addSql(
      `create table "rate_limit" ("key" varchar(255) not null, "points" int not null default 0, "expire" bigint null, primary key ("key"));`,
    );

    this.addSql(
      `create table "server_secret" ("id" int not null, "value" varchar(64) not null, primary key ("id"));`,
    );

    this.addSql(
      `create table "session" ("id" uuid not null, "token_hash" varchar(64) not null, "account_id" uuid not null, "method" text not null, "device" varchar(80) not null, "created_at" timestamptz(3) not null, "last_seen_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "password_without_current_until" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`alter table "session" add constraint "session_token_hash_unique" unique ("token_hash");`);
    this.addSql(`create index "session_account_id_index" on "session" ("account_id");`);
    this.addSql(`create index "session_expires_at_index" on "session" ("expires_at");`);

    this.addSql(
      `alter table "account" add constraint "account_practice_id_foreign" foreign key ("practice_id") references "practice" ("id");`,
    );
    this.addSql(
      `alter table "account" add constraint "account_coach_id_foreign" foreign key ("coach_id") references "account" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "account" add constraint "account_role_check" check ("role" in ('COACH', 'CLIENT'));`,
    );
    this.addSql(
      `alter table "account" add constraint "account_status_check" check ("status" in ('ACTIVE', 'INACTIVE'));`,
    );
    this.addSql(
      `alter table "account" add constraint "account_login_link_policy_check" check ("login_link_policy" in ('ALLOWED', 'PASSWORD_TOO', 'NEVER'));`,
    );

    this.addSql(
      `alter table "login_link" add constraint "login_link_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "login_link" add constraint "login_link_purpose_check" check ("purpose" in ('LOGIN'));`,
    );
    this.addSql(
      `alter table "login_link" add constraint "login_link_issuer_check" check ("issuer" in ('HELPER', 'ADMIN'));`,
    );

    this.addSql(
      `alter table "login_code" add constraint "login_code_account_id_foreign" foreign key ("account_id") references "account" ("id") on update cascade on delete cascade;`,
    );

    this.addSql(
      `alter table "known_browser" add constraint "known_browser_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "access_event" add constraint "access_event_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "access_event" add constraint "access_event_actor_account_id_foreign" foreign key ("actor_account_id") references "account" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "access_event" add constraint "access_event_kind_check" check ("kind" in ('LOGGED_IN', 'LOGIN_FAILED', 'LOGGED_OUT', 'USERNAME_REQUESTED', 'LOGIN_LINK_REQUESTED', 'LOGIN_LINK_SENT', 'LOGIN_LINK_USED', 'LOGIN_LINK_OPENED_BY_COACH', 'PASSWORD_CHANGED', 'USERNAME_CHANGED', 'REGISTERED'));`,
    );
    this.addSql(
      `alter table "access_event" add constraint "access_event_actor_check" check ("actor" in ('OWNER', 'COACH', 'SYSTEM'));`,
    );

    this.addSql(
      `alter table "session" add constraint "session_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "session" add constraint "session_method_check" check ("method" in ('PASSWORD', 'LOGIN_LINK', 'LOGIN_CODE', 'PASSKEY'));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "account" drop constraint "account_practice_id_foreign";`);
    this.addSql(`alter table "account" drop constraint "account_coach_id_foreign";`);
    this.addSql(`alter table "login_link" drop constraint "login_link_account_id_foreign";`);
    this.addSql(`alter table "login_code" drop constraint "login_code_account_id_foreign";`);
    this.addSql(`alter table "known_browser" drop constraint "known_browser_account_id_foreign";`);
    this.addSql(`alter table "access_event" drop constraint "access_event_account_id_foreign";`);
    this.addSql(`alter table "access_event" drop constraint "access_event_actor_account_id_foreign";`);
    this.addSql(`alter table "session" drop constraint "session_account_id_foreign";`);

    this.addSql(`drop table if exists "practice" cascade;`);
    this.addSql(`drop table if exists "account" cascade;`);
    this.addSql(`drop table if exists "login_link" cascade;`);
    this.addSql(`drop table if exists "login_code" cascade;`);
    this.addSql(`drop table if exists "known_browser" cascade;`);
    this.addSql(`drop table if exists "access_event" cascade;`);
    this.addSql(`drop table if exists "rate_limit" cascade;`);
    this.addSql(`drop table if exists "server_secret" cascade;`);
    this.addSql(`drop table if exists "session" cascade;`);
  }
}
