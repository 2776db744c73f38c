import { Migration } from '@mikro-orm/migrations';

export class Migration20261130063648_initial extends Migration {

  override name = 'Migration20261130063648_initial';

  override up(): void | Promise<void> {
    this.addSql(`create table "idempotency_key" ("account_id" uuid not null, "key" varchar(255) not null, "input_hash" varchar(64) not null, "result_id" uuid null, "created_at" timestamptz(3) not null, primary key ("account_id", "key"));`);
    this.addSql(`create index "idempotency_key_created_at_index" on "idempotency_key" ("created_at");`);

    this.addSql(`create table "mail_pause" ("id" varchar(20) not null, "reason" text not null, "until" timestamptz(3) not null, "tries" int not null, primary key ("id"));`);

    this.addSql(`create table "practice" ("id" uuid not null, "name" varchar(120) not null, "support_email" varchar(254) not null, "fresh_starts_allowed" boolean not null default true, "created_at" timestamptz(3) not null, primary key ("id"));`);

    this.addSql(`create table "account" ("id" uuid not null, "role" text not null, "practice_id" uuid not null, "coach_id" uuid null, "first_name" varchar(100) not null, "last_name" varchar(100) not null, "folded_name" text collate "C" not null, "email" varchar(320) not null, "email_key" varchar(320) not null, "time_zone" varchar(64) null, "locale" varchar(35) not null default 'en', "username" varchar(256) not null, "username_key" varchar(256) not null, "password_hash" varchar(255) null, "credentials_version" int not null default 1, "status" text not null default 'ACTIVE', "may_log_in_while_inactive" boolean not null default false, "login_link_policy" text not null default 'ALLOWED', "registered_at" timestamptz(3) null, "login_count" int not null default 0, "last_login_at" timestamptz(3) null, "email_state" text not null default 'UNKNOWN', "email_state_at" timestamptz(3) null, "own_letter_arrived_at" timestamptz(3) null, "email_retry_at" timestamptz(3) null, "invited_at" timestamptz(3) null, "invite_version" int null, "invite_due_at" timestamptz(3) null, "link_sent_at" timestamptz(3) null, "link_ends_at" timestamptz(3) null, "link_version" int null, "wrong_password_at" timestamptz(3) null, "proposal_ends_at" timestamptz(3) null, "fresh_start_waits" boolean not null default false, "delete_at" timestamptz(3) null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "account_practice_id_index" on "account" ("practice_id");`);
    this.addSql(`create index "account_coach_id_index" on "account" ("coach_id");`);
    this.addSql(`create index "account_email_key_index" on "account" ("email_key");`);
    this.addSql(`create index "account_roster_index" on "account" ("coach_id", "folded_name", "id");`);
    this.addSql(`create index "account_invite_due_index" on "account" ("invite_due_at") where invite_due_at is not null;`);
    this.addSql(`alter table "account" add constraint "account_username_key_unique" unique ("username_key");`);

    this.addSql(`create table "passkey_ceremony" ("id" uuid not null, "challenge_hash" varchar(64) not null, "purpose" text not null, "account_id" uuid null, "session_id" uuid null, "browser_hash" varchar(64) not null, "expires_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`alter table "passkey_ceremony" add constraint "passkey_ceremony_challenge_hash_unique" unique ("challenge_hash");`);
    this.addSql(`create index "passkey_ceremony_account_id_index" on "passkey_ceremony" ("account_id");`);
    this.addSql(`create index "passkey_ceremony_expires_at_index" on "passkey_ceremony" ("expires_at");`);

    this.addSql(`create table "passkey" ("id" uuid not null, "account_id" uuid not null, "credential_id" varchar(1364) not null, "public_key" text not null, "counter" bigint not null default '0', "transports" varchar(100) not null, "name" varchar(100) not null, "created_at" timestamptz(3) not null, "last_used_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "passkey_account_id_index" on "passkey" ("account_id");`);
    this.addSql(`alter table "passkey" add constraint "passkey_credential_id_unique" unique ("credential_id");`);

    this.addSql(`create table "message_template" ("id" uuid not null, "coach_id" uuid not null, "name" varchar(100) not null, "subject" text not null, "body" text not null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "message_template_coach_id_index" on "message_template" ("coach_id");`);

    this.addSql(`create table "message" ("id" uuid not null, "coach_id" uuid not null, "subject" text not null, "folded_subject" text not null, "body" text not null, "content" jsonb not null, "body_format" text not null, "state" text not null, "all_active" boolean not null, "client_ids" jsonb not null, "not_in_of_id" uuid null, "copy_to_me" boolean not null, "local_time" varchar(16) null, "time_zone" varchar(64) null, "scheduled_for" timestamptz(3) null, "sent_at" timestamptz(3) null, "links_revoked_at" timestamptz(3) null, "version" int not null default 1, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "message_not_in_of_id_index" on "message" ("not_in_of_id");`);
    this.addSql(`create index "message_coach_id_created_at_index" on "message" ("coach_id", "created_at");`);
    this.addSql(`create index "message_state_scheduled_for_index" on "message" ("state", "scheduled_for");`);

    this.addSql(`create table "login_link" ("id" uuid not null, "token_hash" varchar(64) not null, "purpose" text not null, "account_id" uuid not null, "issuer" text not null, "credentials_version" int not null, "asked_by_browser_hash" varchar(64) null, "delivery_id" uuid null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "used_at" timestamptz(3) null, "used_by_browser_hash" varchar(64) null, "used_by_session_id" uuid null, "revoked_at" timestamptz(3) null, "ended_by" text null, "not_sent_at" timestamptz(3) null, "opened_by_coach_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`alter table "login_link" add constraint "login_link_token_hash_unique" unique ("token_hash");`);
    this.addSql(`create index "login_link_account_id_index" on "login_link" ("account_id");`);
    this.addSql(`create index "login_link_delivery_id_index" on "login_link" ("delivery_id");`);
    this.addSql(`create index "login_link_expires_at_index" on "login_link" ("expires_at");`);

    this.addSql(`create table "login_code" ("account_id" uuid not null, "asked_by" text not null, "code_hash" varchar(64) not null, "credentials_version" int not null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, primary key ("account_id", "asked_by"));`);

    this.addSql(`create table "letter_sent" ("mail_id" uuid not null, "account_id" uuid not null, "asked_by" text not null, "sent_at" timestamptz(3) not null, primary key ("mail_id", "account_id"));`);
    this.addSql(`create index "letter_sent_account_id_index" on "letter_sent" ("account_id");`);
    this.addSql(`create index "letter_sent_sent_at_index" on "letter_sent" ("sent_at");`);

    this.addSql(`create table "known_browser" ("account_id" uuid not null, "browser_hash" varchar(64) not null, "last_login_at" timestamptz(3) not null, primary key ("account_id", "browser_hash"));`);
    this.addSql(`create index "known_browser_browser_hash_index" on "known_browser" ("browser_hash");`);

    this.addSql(`create table "delivery" ("id" uuid not null, "mail_id" uuid not null, "message_id" uuid not null, "client_id" uuid not null, "is_copy" boolean not null default false, "email" varchar(320) not null, "state" text not null, "reason" varchar(300) null, "fault" text null, "attempts" int not null default 0, "next_attempt_at" timestamptz(3) not null, "held_until" timestamptz(3) null, "claimed_until" timestamptz(3) null, "uncertain_since" timestamptz(3) null, "asks" int not null default 0, "link_made_at" timestamptz(3) null, "link_used_at" timestamptz(3) null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`alter table "delivery" add constraint "delivery_mail_id_unique" unique ("mail_id");`);
    this.addSql(`create index "delivery_state_next_attempt_at_index" on "delivery" ("state", "next_attempt_at");`);
    this.addSql(`create index "delivery_client_id_created_at_index" on "delivery" ("client_id", "created_at");`);
    this.addSql(`create index "delivery_queued_index" on "delivery" ("message_id") where state = 'QUEUED' and not is_copy;`);
    this.addSql(`create index "delivery_troubled_index" on "delivery" ("message_id") where state in ('BOUNCED', 'FAILED', 'HELD') and held_until is null and not is_copy;`);
    this.addSql(`create index "delivery_held_index" on "delivery" ("held_until") where state = 'HELD' and held_until is not null;`);
    this.addSql(`alter table "delivery" add constraint "delivery_message_id_client_id_unique" unique ("message_id", "client_id");`);

    this.addSql(`create table "authenticator" ("id" uuid not null, "account_id" uuid not null, "sealed_secret" varchar(255) not null, "confirmed_at" timestamptz(3) null, "set_up_by_session_id" uuid not null, "last_step" bigint not null default '0', "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "authenticator_account_id_index" on "authenticator" ("account_id");`);

    this.addSql(`create table "api_token" ("id" uuid not null, "token_hash" varchar(64) not null, "account_id" uuid not null, "name" varchar(60) not null, "scopes" jsonb not null, "created_at" timestamptz(3) not null, "last_used_at" timestamptz(3) null, "expires_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`alter table "api_token" add constraint "api_token_token_hash_unique" unique ("token_hash");`);
    this.addSql(`create index "api_token_account_id_index" on "api_token" ("account_id");`);
    this.addSql(`create index "api_token_expires_at_index" on "api_token" ("expires_at");`);

    this.addSql(`create table "access_event" ("id" uuid not null, "account_id" uuid not null, "at" timestamptz(3) not null, "kind" text not null, "actor" text not null, "actor_account_id" uuid null, "device" varchar(80) null, "browser_hash" varchar(64) null, primary key ("id"));`);
    this.addSql(`create index "access_event_actor_account_id_index" on "access_event" ("actor_account_id");`);
    this.addSql(`create index "access_event_account_id_at_index" on "access_event" ("account_id", "at");`);
    this.addSql(`create index "access_event_account_id_kind_browser_hash_at_index" on "access_event" ("account_id", "kind", "browser_hash", "at");`);

    this.addSql(`create table "access_change" ("id" uuid not null, "account_id" uuid not null, "kind" text not null, "asked_by" text not null, "asked_by_account_id" uuid null, "old_email" varchar(320) not null, "new_email" varchar(320) not null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) null, "noticed_at" timestamptz(3) null, "remind_at" timestamptz(3) null, "reminded_at" timestamptz(3) null, "takes_effect_at" timestamptz(3) null, "ended_at" timestamptz(3) null, "ended_as" text null, primary key ("id"));`);
    this.addSql(`create index "access_change_asked_by_account_id_index" on "access_change" ("asked_by_account_id");`);
    this.addSql(`create index "access_change_account_id_ended_at_index" on "access_change" ("account_id", "ended_at");`);
    this.addSql(`create index "access_change_kind_ended_at_takes_effect_at_index" on "access_change" ("kind", "ended_at", "takes_effect_at");`);

    this.addSql(`create table "access_change_link" ("token_hash" varchar(64) not null, "purpose" text not null, "change_id" uuid not null, "created_at" timestamptz(3) not null, primary key ("token_hash"));`);
    this.addSql(`create index "access_change_link_change_id_index" on "access_change_link" ("change_id");`);

    this.addSql(`create table "rate_limit" ("key" varchar(255) not null, "points" int not null default 0, "expire" bigint null, primary key ("key"));`);

    this.addSql(`create table "recovery_code" ("account_id" uuid not null, "position" int not null, "code_hash" varchar(255) not null, "used_at" timestamptz(3) null, primary key ("account_id", "position"));`);

    this.addSql(`create table "reply" ("id" uuid not null, "message_id" uuid not null, "delivery_id" uuid not null, "at" timestamptz(3) not null, "text" text not null, "attachment_names" jsonb not null, "from_other_address" boolean not null, "doubtful" boolean not null default false, "unreadable" boolean not null default false, "mail_hash" varchar(64) null, primary key ("id"));`);
    this.addSql(`create index "reply_message_id_at_id_index" on "reply" ("message_id", "at", "id");`);
    this.addSql(`alter table "reply" add constraint "reply_delivery_id_mail_hash_unique" unique ("delivery_id", "mail_hash");`);

    this.addSql(`create table "reply_address" ("key_hash" varchar(64) not null, "delivery_id" uuid not null, "created_at" timestamptz(3) not null, primary key ("key_hash"));`);
    this.addSql(`create index "reply_address_delivery_id_index" on "reply_address" ("delivery_id");`);
    this.addSql(`create index "reply_address_created_at_index" on "reply_address" ("created_at");`);

    this.addSql(`create table "second_step_challenge" ("id" uuid not null, "token_hash" varchar(64) not null, "account_id" uuid not null, "session_id" uuid null, "method" text not null, "may_replace_password" boolean not null, "credentials_version" int not null, "browser_hash" varchar(64) not null, "expires_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`alter table "second_step_challenge" add constraint "second_step_challenge_token_hash_unique" unique ("token_hash");`);
    this.addSql(`create index "second_step_challenge_account_id_index" on "second_step_challenge" ("account_id");`);
    this.addSql(`create index "second_step_challenge_expires_at_index" on "second_step_challenge" ("expires_at");`);

    this.addSql(`create table "seen_provider_event" ("token" varchar(100) not null, "seen_at" timestamptz(3) not null, primary key ("token"));`);
    this.addSql(`create index "seen_provider_event_seen_at_index" on "seen_provider_event" ("seen_at");`);

    this.addSql(`create table "server_secret" ("id" int not null, "value" varchar(64) not null, primary key ("id"));`);

    this.addSql(`create table "session" ("id" uuid not null, "token_hash" varchar(64) not null, "account_id" uuid not null, "method" text not null, "device" varchar(80) not null, "created_at" timestamptz(3) not null, "last_seen_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "password_without_current_until" timestamptz(3) null, "second_step_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`alter table "session" add constraint "session_token_hash_unique" unique ("token_hash");`);
    this.addSql(`create index "session_account_id_index" on "session" ("account_id");`);
    this.addSql(`create index "session_expires_at_index" on "session" ("expires_at");`);

    this.addSql(`create table "waiting_job" ("id" uuid not null, "queue" varchar(64) not null, "gather_key" varchar(64) not null, "data" jsonb not null, "due_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "waiting_job_gather_key_index" on "waiting_job" ("gather_key");`);
    this.addSql(`create index "waiting_job_due_at_index" on "waiting_job" ("due_at");`);

    this.addSql(`alter table "mail_pause" add constraint "mail_pause_reason_check" check ("reason" in ('REFUSED', 'BUSY', 'AWAY'));`);

    this.addSql(`alter table "account" add constraint "account_practice_id_foreign" foreign key ("practice_id") references "practice" ("id");`);
    this.addSql(`alter table "account" add constraint "account_coach_id_foreign" foreign key ("coach_id") references "account" ("id") on delete set null;`);
    this.addSql(`alter table "account" add constraint "account_role_check" check ("role" in ('COACH', 'CLIENT'));`);
    this.addSql(`alter table "account" add constraint "account_status_check" check ("status" in ('ACTIVE', 'INACTIVE'));`);
    this.addSql(`alter table "account" add constraint "account_login_link_policy_check" check ("login_link_policy" in ('ALLOWED', 'PASSWORD_TOO', 'NEVER'));`);
    this.addSql(`alter table "account" add constraint "account_email_state_check" check ("email_state" in ('UNKNOWN', 'DELIVERED', 'BOUNCED', 'COMPLAINED'));`);

    this.addSql(`alter table "passkey_ceremony" add constraint "passkey_ceremony_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "passkey_ceremony" add constraint "passkey_ceremony_purpose_check" check ("purpose" in ('LOGIN', 'ADD'));`);

    this.addSql(`alter table "passkey" add constraint "passkey_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);

    this.addSql(`alter table "message_template" add constraint "message_template_coach_id_foreign" foreign key ("coach_id") references "account" ("id") on delete cascade;`);

    this.addSql(`alter table "message" add constraint "message_coach_id_foreign" foreign key ("coach_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "message" add constraint "message_not_in_of_id_foreign" foreign key ("not_in_of_id") references "message" ("id") on delete set null;`);
    this.addSql(`alter table "message" add constraint "message_body_format_check" check ("body_format" in ('HTML', 'TEXT'));`);
    this.addSql(`alter table "message" add constraint "message_state_check" check ("state" in ('DRAFT', 'SCHEDULED', 'SENDING', 'SENT', 'CANCELLED'));`);

    this.addSql(`alter table "login_link" add constraint "login_link_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "login_link" add constraint "login_link_purpose_check" check ("purpose" in ('LOGIN', 'INVITE'));`);
    this.addSql(`alter table "login_link" add constraint "login_link_issuer_check" check ("issuer" in ('HELPER', 'ADMIN', 'COACH'));`);
    this.addSql(`alter table "login_link" add constraint "login_link_ended_by_check" check ("ended_by" in ('LOGIN', 'PASSWORD', 'EMAIL', 'POLICY', 'STARTED_OVER', 'DEACTIVATION'));`);

    this.addSql(`alter table "login_code" add constraint "login_code_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "login_code" add constraint "login_code_asked_by_check" check ("asked_by" in ('OWNER', 'ANYONE'));`);

    this.addSql(`alter table "letter_sent" add constraint "letter_sent_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "letter_sent" add constraint "letter_sent_asked_by_check" check ("asked_by" in ('OWNER', 'US', 'ANYONE'));`);

    this.addSql(`alter table "known_browser" add constraint "known_browser_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);

    this.addSql(`alter table "delivery" add constraint "delivery_message_id_foreign" foreign key ("message_id") references "message" ("id") on delete cascade;`);
    this.addSql(`alter table "delivery" add constraint "delivery_client_id_foreign" foreign key ("client_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "delivery" add constraint "delivery_state_check" check ("state" in ('QUEUED', 'SENT', 'DELIVERED', 'BOUNCED', 'FAILED', 'HELD'));`);
    this.addSql(`alter table "delivery" add constraint "delivery_fault_check" check ("fault" in ('ADDRESS', 'CONTENT', 'REPUTATION', 'ACCOUNT', 'SERVER'));`);

    this.addSql(`alter table "authenticator" add constraint "authenticator_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);

    this.addSql(`alter table "api_token" add constraint "api_token_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);

    this.addSql(`alter table "access_event" add constraint "access_event_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "access_event" add constraint "access_event_actor_account_id_foreign" foreign key ("actor_account_id") references "account" ("id") on delete set null;`);
    this.addSql(`alter table "access_event" add constraint "access_event_kind_check" check ("kind" in ('LOGGED_IN', 'LOGIN_FAILED', 'LOGGED_OUT', 'USERNAME_REQUESTED', 'LOGIN_LINK_REQUESTED', 'LOGIN_LINK_SENT', 'LOGIN_LINK_SENT_BY_COACH', 'LOGIN_LINK_USED', 'LOGIN_LINK_EXPIRED', 'LOGIN_LINK_REVOKED', 'PASSWORD_CHANGED', 'USERNAME_CHANGED', 'EMAIL_CHANGE_REQUESTED', 'EMAIL_CHANGED', 'SESSION_REVOKED', 'DEACTIVATED', 'REACTIVATED', 'API_TOKEN_CREATED', 'API_TOKEN_REVOKED', 'INVITED', 'REGISTERED', 'LOGIN_LINK_OPENED_BY_COACH', 'EMAIL_CHANGE_PROPOSED', 'EMAIL_CHANGE_STOPPED', 'FRESH_START_REQUESTED', 'FRESH_START_CANCELLED', 'FRESH_START_DONE', 'LINK_POLICY_CHANGED', 'PASSKEY_ADDED', 'PASSKEY_REMOVED', 'PASSKEY_COPIED', 'SECOND_STEP_ADDED', 'SECOND_STEP_REMOVED', 'DATA_EXPORTED'));`);
    this.addSql(`alter table "access_event" add constraint "access_event_actor_check" check ("actor" in ('OWNER', 'COACH', 'SYSTEM'));`);

    this.addSql(`alter table "access_change" add constraint "access_change_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "access_change" add constraint "access_change_asked_by_account_id_foreign" foreign key ("asked_by_account_id") references "account" ("id") on delete set null;`);
    this.addSql(`alter table "access_change" add constraint "access_change_kind_check" check ("kind" in ('EMAIL_CHANGE', 'FRESH_START'));`);
    this.addSql(`alter table "access_change" add constraint "access_change_asked_by_check" check ("asked_by" in ('OWNER', 'COACH'));`);
    this.addSql(`alter table "access_change" add constraint "access_change_ended_as_check" check ("ended_as" in ('DONE', 'STOPPED', 'CANCELLED', 'WITHDRAWN', 'REPLACED'));`);

    this.addSql(`alter table "access_change_link" add constraint "access_change_link_change_id_foreign" foreign key ("change_id") references "access_change" ("id") on delete cascade;`);
    this.addSql(`alter table "access_change_link" add constraint "access_change_link_purpose_check" check ("purpose" in ('CONFIRM', 'STOP'));`);

    this.addSql(`alter table "recovery_code" add constraint "recovery_code_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);

    this.addSql(`alter table "reply" add constraint "reply_message_id_foreign" foreign key ("message_id") references "message" ("id") on delete cascade;`);
    this.addSql(`alter table "reply" add constraint "reply_delivery_id_foreign" foreign key ("delivery_id") references "delivery" ("id") on delete cascade;`);

    this.addSql(`alter table "reply_address" add constraint "reply_address_delivery_id_foreign" foreign key ("delivery_id") references "delivery" ("id") on delete cascade;`);

    this.addSql(`alter table "second_step_challenge" add constraint "second_step_challenge_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "second_step_challenge" add constraint "second_step_challenge_method_check" check ("method" in ('PASSWORD', 'LOGIN_LINK', 'LOGIN_CODE', 'PASSKEY'));`);

    this.addSql(`alter table "session" add constraint "session_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "session" add constraint "session_method_check" check ("method" in ('PASSWORD', 'LOGIN_LINK', 'LOGIN_CODE', 'PASSKEY'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "account" drop constraint "account_practice_id_foreign";`);
    this.addSql(`alter table "account" drop constraint "account_coach_id_foreign";`);
    this.addSql(`alter table "passkey_ceremony" drop constraint "passkey_ceremony_account_id_foreign";`);
    this.addSql(`alter table "passkey" drop constraint "passkey_account_id_foreign";`);
    this.addSql(`alter table "message_template" drop constraint "message_template_coach_id_foreign";`);
    this.addSql(`alter table "message" drop constraint "message_coach_id_foreign";`);
    this.addSql(`alter table "message" drop constraint "message_not_in_of_id_foreign";`);
    this.addSql(`alter table "login_link" drop constraint "login_link_account_id_foreign";`);
    this.addSql(`alter table "login_code" drop constraint "login_code_account_id_foreign";`);
    this.addSql(`alter table "letter_sent" drop constraint "letter_sent_account_id_foreign";`);
    this.addSql(`alter table "known_browser" drop constraint "known_browser_account_id_foreign";`);
    this.addSql(`alter table "delivery" drop constraint "delivery_client_id_foreign";`);
    this.addSql(`alter table "authenticator" drop constraint "authenticator_account_id_foreign";`);
    this.addSql(`alter table "api_token" drop constraint "api_token_account_id_foreign";`);
    this.addSql(`alter table "access_event" drop constraint "access_event_account_id_foreign";`);
    this.addSql(`alter table "access_event" drop constraint "access_event_actor_account_id_foreign";`);
    this.addSql(`alter table "access_change" drop constraint "access_change_account_id_foreign";`);
    this.addSql(`alter table "access_change" drop constraint "access_change_asked_by_account_id_foreign";`);
    this.addSql(`alter table "recovery_code" drop constraint "recovery_code_account_id_foreign";`);
    this.addSql(`alter table "second_step_challenge" drop constraint "second_step_challenge_account_id_foreign";`);
    this.addSql(`alter table "session" drop constraint "session_account_id_foreign";`);
    this.addSql(`alter table "delivery" drop constraint "delivery_message_id_foreign";`);
    this.addSql(`alter table "reply" drop constraint "reply_message_id_foreign";`);
    this.addSql(`alter table "reply" drop constraint "reply_delivery_id_foreign";`);
    this.addSql(`alter table "reply_address" drop constraint "reply_address_delivery_id_foreign";`);
    this.addSql(`alter table "access_change_link" drop constraint "access_change_link_change_id_foreign";`);

    this.addSql(`drop table if exists "idempotency_key" cascade;`);
    this.addSql(`drop table if exists "mail_pause" cascade;`);
    this.addSql(`drop table if exists "practice" cascade;`);
    this.addSql(`drop table if exists "account" cascade;`);
    this.addSql(`drop table if exists "passkey_ceremony" cascade;`);
    this.addSql(`drop table if exists "passkey" cascade;`);
    this.addSql(`drop table if exists "message_template" cascade;`);
    this.addSql(`drop table if exists "message" cascade;`);
    this.addSql(`drop table if exists "login_link" cascade;`);
    this.addSql(`drop table if exists "login_code" cascade;`);
    this.addSql(`drop table if exists "letter_sent" cascade;`);
    this.addSql(`drop table if exists "known_browser" cascade;`);
    this.addSql(`drop table if exists "delivery" cascade;`);
    this.addSql(`drop table if exists "authenticator" cascade;`);
    this.addSql(`drop table if exists "api_token" cascade;`);
    this.addSql(`drop table if exists "access_event" cascade;`);
    this.addSql(`drop table if exists "access_change" cascade;`);
    this.addSql(`drop table if exists "access_change_link" cascade;`);
    this.addSql(`drop table if exists "rate_limit" cascade;`);
    this.addSql(`drop table if exists "recovery_code" cascade;`);
    this.addSql(`drop table if exists "reply" cascade;`);
    this.addSql(`drop table if exists "reply_address" cascade;`);
    this.addSql(`drop table if exists "second_step_challenge" cascade;`);
    this.addSql(`drop table if exists "seen_provider_event" cascade;`);
    this.addSql(`drop table if exists "server_secret" cascade;`);
    this.addSql(`drop table if exists "session" cascade;`);
    this.addSql(`drop table if exists "waiting_job" cascade;`);
  }

}
