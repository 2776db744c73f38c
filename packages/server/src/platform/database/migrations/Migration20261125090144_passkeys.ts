import { Migration } from '@mikro-orm/migrations';

export class Migration20261125090144_passkeys extends Migration {
  override name = 'Migration20261125090144_passkeys';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "passkey_ceremony" ("id" uuid not null, "challenge_hash" varchar(64) not null, "purpose" text not null, "account_id" uuid null, "session_id" uuid null, "browser_hash" varchar(64) not null, "expires_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "passkey_ceremony" add constraint "passkey_ceremony_challenge_hash_unique" unique ("challenge_hash");`,
    );
    this.addSql(`create index "passkey_ceremony_account_id_index" on "passkey_ceremony" ("account_id");`);
    this.addSql(`create index "passkey_ceremony_expires_at_index" on "passkey_ceremony" ("expires_at");`);

    this.addSql(
      `create table "passkey" ("id" uuid not null, "account_id" uuid not null, "credential_id" varchar(1364) not null, "public_key" text not null, "counter" bigint not null default '0', "transports" varchar(100) not null, "name" varchar(100) not null, "created_at" timestamptz(3) not null, "last_used_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "passkey_account_id_index" on "passkey" ("account_id");`);
    this.addSql(
      `alter table "passkey" add constraint "passkey_credential_id_unique" unique ("credential_id");`,
    );

    this.addSql(`alter table "access_event" drop constraint "access_event_kind_check";`);
    this.addSql(
      `alter table "access_event" add constraint "access_event_kind_check" check ("kind" in ('LOGGED_IN', 'LOGIN_FAILED', 'LOGGED_OUT', 'USERNAME_REQUESTED', 'LOGIN_LINK_REQUESTED', 'LOGIN_LINK_SENT', 'LOGIN_LINK_USED', 'LOGIN_LINK_OPENED_BY_COACH', 'PASSWORD_CHANGED', 'USERNAME_CHANGED', 'REGISTERED', 'INVITED', 'DEACTIVATED', 'REACTIVATED', 'LOGIN_LINK_SENT_BY_COACH', 'LOGIN_LINK_REVOKED', 'PASSKEY_ADDED', 'PASSKEY_REMOVED', 'SECOND_STEP_ADDED', 'SECOND_STEP_REMOVED'));`,
    );

    this.addSql(`alter table "session" add "second_step_at" timestamptz(3) null;`);

    this.addSql(
      `alter table "passkey_ceremony" add constraint "passkey_ceremony_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "passkey_ceremony" add constraint "passkey_ceremony_purpose_check" check ("purpose" in ('LOGIN', 'ADD'));`,
    );

    this.addSql(
      `alter table "passkey" add constraint "passkey_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "passkey_ceremony" cascade;`);
    this.addSql(`drop table if exists "passkey" cascade;`);

    this.addSql(`alter table "access_event" drop constraint "access_event_kind_check";`);
    this.addSql(
      `alter table "access_event" add constraint "access_event_kind_check" check ("kind" in ('LOGGED_IN', 'LOGIN_FAILED', 'LOGGED_OUT', 'USERNAME_REQUESTED', 'LOGIN_LINK_REQUESTED', 'LOGIN_LINK_SENT', 'LOGIN_LINK_USED', 'LOGIN_LINK_OPENED_BY_COACH', 'PASSWORD_CHANGED', 'USERNAME_CHANGED', 'REGISTERED', 'INVITED', 'DEACTIVATED', 'REACTIVATED', 'LOGIN_LINK_SENT_BY_COACH', 'LOGIN_LINK_REVOKED'));`,
    );

    this.addSql(`alter table "session" drop column "second_step_at";`);
  }
}
