import { Migration } from '@mikro-orm/migrations';

export class Migration20261125095517_access_changes extends Migration {
  override name = 'Migration20261125095517_access_changes';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "access_change" ("id" uuid not null, "account_id" uuid not null, "kind" text not null, "asked_by" text not null, "asked_by_account_id" uuid null, "old_email" varchar(320) not null, "new_email" varchar(320) not null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) null, "noticed_at" timestamptz(3) null, "remind_at" timestamptz(3) null, "reminded_at" timestamptz(3) null, "takes_effect_at" timestamptz(3) null, "ended_at" timestamptz(3) null, "ended_as" text null, primary key ("id"));`,
    );
    this.addSql(
      `create index "access_change_account_id_ended_at_index" on "access_change" ("account_id", "ended_at");`,
    );
    this.addSql(
      `create index "access_change_kind_ended_at_takes_effect_at_index" on "access_change" ("kind", "ended_at", "takes_effect_at");`,
    );

    this.addSql(
      `create table "access_change_link" ("token_hash" varchar(64) not null, "purpose" text not null, "change_id" uuid not null, "created_at" timestamptz(3) not null, primary key ("token_hash"));`,
    );
    this.addSql(`create index "access_change_link_change_id_index" on "access_change_link" ("change_id");`);

    this.addSql(`alter table "practice" add "fresh_starts_allowed" boolean not null default true;`);

    this.addSql(`alter table "access_event" drop constraint "access_event_kind_check";`);
    this.addSql(
      `alter table "access_event" add constraint "access_event_kind_check" check ("kind" in ('LOGGED_IN', 'LOGIN_FAILED', 'LOGGED_OUT', 'USERNAME_REQUESTED', 'LOGIN_LINK_REQUESTED', 'LOGIN_LINK_SENT', 'LOGIN_LINK_USED', 'LOGIN_LINK_OPENED_BY_COACH', 'PASSWORD_CHANGED', 'USERNAME_CHANGED', 'REGISTERED', 'INVITED', 'DEACTIVATED', 'REACTIVATED', 'LOGIN_LINK_SENT_BY_COACH', 'LOGIN_LINK_REVOKED', 'EMAIL_CHANGE_REQUESTED', 'EMAIL_CHANGE_PROPOSED', 'EMAIL_CHANGE_STOPPED', 'EMAIL_CHANGED', 'FRESH_START_REQUESTED', 'FRESH_START_CANCELLED', 'FRESH_START_DONE', 'API_TOKEN_CREATED', 'API_TOKEN_REVOKED', 'PASSKEY_ADDED', 'PASSKEY_REMOVED', 'SECOND_STEP_ADDED', 'SECOND_STEP_REMOVED'));`,
    );

    this.addSql(
      `alter table "access_change" add constraint "access_change_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "access_change" add constraint "access_change_asked_by_account_id_foreign" foreign key ("asked_by_account_id") references "account" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "access_change" add constraint "access_change_kind_check" check ("kind" in ('EMAIL_CHANGE', 'FRESH_START'));`,
    );
    this.addSql(
      `alter table "access_change" add constraint "access_change_asked_by_check" check ("asked_by" in ('OWNER', 'COACH'));`,
    );
    this.addSql(
      `alter table "access_change" add constraint "access_change_ended_as_check" check ("ended_as" in ('DONE', 'STOPPED', 'CANCELLED', 'WITHDRAWN', 'REPLACED'));`,
    );

    this.addSql(
      `alter table "access_change_link" add constraint "access_change_link_change_id_foreign" foreign key ("change_id") references "access_change" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "access_change_link" add constraint "access_change_link_purpose_check" check ("purpose" in ('CONFIRM', 'STOP'));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "access_change_link" drop constraint "access_change_link_change_id_foreign";`);

    this.addSql(`drop table if exists "access_change" cascade;`);
    this.addSql(`drop table if exists "access_change_link" cascade;`);

    this.addSql(`alter table "access_event" drop constraint "access_event_kind_check";`);
    this.addSql(
      `alter table "access_event" add constraint "access_event_kind_check" check ("kind" in ('LOGGED_IN', 'LOGIN_FAILED', 'LOGGED_OUT', 'USERNAME_REQUESTED', 'LOGIN_LINK_REQUESTED', 'LOGIN_LINK_SENT', 'LOGIN_LINK_USED', 'LOGIN_LINK_OPENED_BY_COACH', 'PASSWORD_CHANGED', 'USERNAME_CHANGED', 'REGISTERED', 'INVITED', 'DEACTIVATED', 'REACTIVATED', 'LOGIN_LINK_SENT_BY_COACH', 'LOGIN_LINK_REVOKED', 'API_TOKEN_CREATED', 'API_TOKEN_REVOKED', 'PASSKEY_ADDED', 'PASSKEY_REMOVED', 'SECOND_STEP_ADDED', 'SECOND_STEP_REMOVED'));`,
    );

    this.addSql(`alter table "practice" drop column "fresh_starts_allowed";`);
  }
}
