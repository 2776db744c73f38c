import { Migration } from '@mikro-orm/migrations';

export class Migration20261125094244_api_tokens extends Migration {
  override name = 'Migration20261125094244_api_tokens';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "api_token" ("id" uuid not null, "token_hash" varchar(64) not null, "account_id" uuid not null, "name" varchar(60) not null, "scopes" jsonb not null, "created_at" timestamptz(3) not null, "last_used_at" timestamptz(3) null, "expires_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "api_token" add constraint "api_token_token_hash_unique" unique ("token_hash");`,
    );
    this.addSql(`create index "api_token_account_id_index" on "api_token" ("account_id");`);
    this.addSql(`create index "api_token_expires_at_index" on "api_token" ("expires_at");`);

    this.addSql(`alter table "access_event" drop constraint "access_event_kind_check";`);
    this.addSql(
      `alter table "access_event" add constraint "access_event_kind_check" check ("kind" in ('LOGGED_IN', 'LOGIN_FAILED', 'LOGGED_OUT', 'USERNAME_REQUESTED', 'LOGIN_LINK_REQUESTED', 'LOGIN_LINK_SENT', 'LOGIN_LINK_USED', 'LOGIN_LINK_OPENED_BY_COACH', 'PASSWORD_CHANGED', 'USERNAME_CHANGED', 'REGISTERED', 'INVITED', 'DEACTIVATED', 'REACTIVATED', 'LOGIN_LINK_SENT_BY_COACH', 'LOGIN_LINK_REVOKED', 'API_TOKEN_CREATED', 'API_TOKEN_REVOKED', 'PASSKEY_ADDED', 'PASSKEY_REMOVED', 'SECOND_STEP_ADDED', 'SECOND_STEP_REMOVED'));`,
    );

    this.addSql(
      `alter table "api_token" add constraint "api_token_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "api_token" cascade;`);

    this.addSql(`alter table "access_event" drop constraint "access_event_kind_check";`);
    this.addSql(
      `alter table "access_event" add constraint "access_event_kind_check" check ("kind" in ('LOGGED_IN', 'LOGIN_FAILED', 'LOGGED_OUT', 'USERNAME_REQUESTED', 'LOGIN_LINK_REQUESTED', 'LOGIN_LINK_SENT', 'LOGIN_LINK_USED', 'LOGIN_LINK_OPENED_BY_COACH', 'PASSWORD_CHANGED', 'USERNAME_CHANGED', 'REGISTERED', 'INVITED', 'DEACTIVATED', 'REACTIVATED', 'LOGIN_LINK_SENT_BY_COACH', 'LOGIN_LINK_REVOKED', 'PASSKEY_ADDED', 'PASSKEY_REMOVED', 'SECOND_STEP_ADDED', 'SECOND_STEP_REMOVED'));`,
    );
  }
}
