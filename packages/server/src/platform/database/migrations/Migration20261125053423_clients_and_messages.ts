import { Migration } from '@mikro-orm/migrations';

export class Migration20261125053423_clients_and_messages extends Migration {
  override name = 'Migration20261125053423_clients_and_messages';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "idempotency_key" ("account_id" uuid not null, "key" varchar(255) not null, "input_hash" varchar(64) not null, "result_id" uuid null, "created_at" timestamptz(3) not null, primary key ("account_id", "key"));`,
    );
    this.addSql(`create index "idempotency_key_created_at_index" on "idempotency_key" ("created_at");`);

    this.addSql(
      `create table "message_template" ("id" uuid not null, "coach_id" uuid not null, "name" varchar(100) not null, "subject" text not null, "body" text not null, "created_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "message_template_coach_id_index" on "message_template" ("coach_id");`);

    this.addSql(
      `create table "message" ("id" uuid not null, "coach_id" uuid not null, "subject" text not null, "body" text not null, "body_format" text not null, "state" text not null, "all_active" boolean not null, "client_ids" jsonb not null, "copy_to_me" boolean not null, "local_time" varchar(16) null, "time_zone" varchar(64) null, "scheduled_for" timestamptz(3) null, "sent_at" timestamptz(3) null, "version" int not null default 1, "copy_sent_at" timestamptz(3) null, "created_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "message_coach_id_created_at_index" on "message" ("coach_id", "created_at");`);
    this.addSql(`create index "message_state_scheduled_for_index" on "message" ("state", "scheduled_for");`);

    this.addSql(
      `create table "delivery" ("id" uuid not null, "message_id" uuid not null, "client_id" uuid not null, "email" varchar(320) not null, "state" text not null, "reason" varchar(300) null, "attempts" int not null default 0, "next_attempt_at" timestamptz(3) not null, "claimed_until" timestamptz(3) null, "uncertain_since" timestamptz(3) null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "delivery_state_next_attempt_at_index" on "delivery" ("state", "next_attempt_at");`,
    );
    this.addSql(
      `create index "delivery_client_id_created_at_index" on "delivery" ("client_id", "created_at");`,
    );
    this.addSql(
      `alter table "delivery" add constraint "delivery_message_id_client_id_unique" unique ("message_id", "client_id");`,
    );

    this.addSql(
      `create table "seen_provider_event" ("token" varchar(100) not null, "seen_at" timestamptz(3) not null, primary key ("token"));`,
    );
    this.addSql(`create index "seen_provider_event_seen_at_index" on "seen_provider_event" ("seen_at");`);

    this.addSql(
      `alter table "account" add "email_state" text not null default 'UNKNOWN', add "delete_at" timestamptz(3) null;`,
    );
    this.addSql(`create index "account_coach_id_index" on "account" ("coach_id");`);
    this.addSql(
      `alter table "account" add constraint "account_email_state_check" check ("email_state" in ('UNKNOWN', 'DELIVERED', 'BOUNCED', 'COMPLAINED'));`,
    );

    this.addSql(`alter table "login_link" drop constraint "login_link_issuer_check";`);
    this.addSql(`alter table "login_link" drop constraint "login_link_purpose_check";`);
    this.addSql(`alter table "login_link" add "delivery_id" uuid null;`);
    this.addSql(`create index "login_link_delivery_id_index" on "login_link" ("delivery_id");`);
    this.addSql(
      `alter table "login_link" add constraint "login_link_issuer_check" check ("issuer" in ('HELPER', 'ADMIN', 'COACH'));`,
    );
    this.addSql(
      `alter table "login_link" add constraint "login_link_purpose_check" check ("purpose" in ('LOGIN', 'INVITE'));`,
    );

    this.addSql(`alter table "access_event" drop constraint "access_event_kind_check";`);
    this.addSql(
      `alter table "access_event" add constraint "access_event_kind_check" check ("kind" in ('LOGGED_IN', 'LOGIN_FAILED', 'LOGGED_OUT', 'USERNAME_REQUESTED', 'LOGIN_LINK_REQUESTED', 'LOGIN_LINK_SENT', 'LOGIN_LINK_USED', 'LOGIN_LINK_OPENED_BY_COACH', 'PASSWORD_CHANGED', 'USERNAME_CHANGED', 'REGISTERED', 'INVITED', 'DEACTIVATED', 'REACTIVATED', 'LOGIN_LINK_SENT_BY_COACH', 'LOGIN_LINK_REVOKED'));`,
    );

    this.addSql(
      `alter table "message_template" add constraint "message_template_coach_id_foreign" foreign key ("coach_id") references "account" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "message" add constraint "message_coach_id_foreign" foreign key ("coach_id") references "account" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "message" add constraint "message_body_format_check" check ("body_format" in ('HTML', 'TEXT'));`,
    );
    this.addSql(
      `alter table "message" add constraint "message_state_check" check ("state" in ('DRAFT', 'SCHEDULED', 'SENDING', 'SENT', 'CANCELLED'));`,
    );

    this.addSql(
      `alter table "delivery" add constraint "delivery_message_id_foreign" foreign key ("message_id") references "message" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "delivery" add constraint "delivery_client_id_foreign" foreign key ("client_id") references "account" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "delivery" add constraint "delivery_state_check" check ("state" in ('QUEUED', 'SENT', 'DELIVERED', 'BOUNCED', 'FAILED', 'HELD'));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "delivery" drop constraint "delivery_message_id_foreign";`);

    this.addSql(`drop table if exists "idempotency_key" cascade;`);
    this.addSql(`drop table if exists "message_template" cascade;`);
    this.addSql(`drop table if exists "message" cascade;`);
    this.addSql(`drop table if exists "delivery" cascade;`);
    this.addSql(`drop table if exists "seen_provider_event" cascade;`);

    this.addSql(`alter table "access_event" drop constraint "access_event_kind_check";`);
    this.addSql(
      `alter table "access_event" add constraint "access_event_kind_check" check ("kind" in ('LOGGED_IN', 'LOGIN_FAILED', 'LOGGED_OUT', 'USERNAME_REQUESTED', 'LOGIN_LINK_REQUESTED', 'LOGIN_LINK_SENT', 'LOGIN_LINK_USED', 'LOGIN_LINK_OPENED_BY_COACH', 'PASSWORD_CHANGED', 'USERNAME_CHANGED', 'REGISTERED'));`,
    );

    this.addSql(`drop index "account_coach_id_index";`);
    this.addSql(`alter table "account" drop constraint "account_email_state_check";`);
    this.addSql(`alter table "account" drop column "email_state", drop column "delete_at";`);

    this.addSql(`drop index "login_link_delivery_id_index";`);
    this.addSql(`alter table "login_link" drop constraint "login_link_purpose_check";`);
    this.addSql(`alter table "login_link" drop constraint "login_link_issuer_check";`);
    this.addSql(`alter table "login_link" drop column "delivery_id";`);
    this.addSql(
      `alter table "login_link" add constraint "login_link_purpose_check" check ("purpose" in ('LOGIN'));`,
    );
    this.addSql(
      `alter table "login_link" add constraint "login_link_issuer_check" check ("issuer" in ('HELPER', 'ADMIN'));`,
    );
  }
}
