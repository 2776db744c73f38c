import { Migration } from '@mikro-orm/migrations';

export class Migration20261125131703_copied_passkeys extends Migration {
  override name = 'Migration20261125131703_copied_passkeys';

  override up(): void | Promise<void> {
    this.addSql(`alter table "access_event" drop constraint "access_event_kind_check";`);
    this.addSql(
      `alter table "access_event" add constraint "access_event_kind_check" check ("kind" in ('LOGGED_IN', 'LOGIN_FAILED', 'LOGGED_OUT', 'USERNAME_REQUESTED', 'LOGIN_LINK_REQUESTED', 'LOGIN_LINK_SENT', 'LOGIN_LINK_SENT_BY_COACH', 'LOGIN_LINK_USED', 'LOGIN_LINK_EXPIRED', 'LOGIN_LINK_REVOKED', 'PASSWORD_CHANGED', 'USERNAME_CHANGED', 'EMAIL_CHANGE_REQUESTED', 'EMAIL_CHANGED', 'SESSION_REVOKED', 'DEACTIVATED', 'REACTIVATED', 'API_TOKEN_CREATED', 'API_TOKEN_REVOKED', 'INVITED', 'REGISTERED', 'LOGIN_LINK_OPENED_BY_COACH', 'EMAIL_CHANGE_PROPOSED', 'EMAIL_CHANGE_STOPPED', 'FRESH_START_REQUESTED', 'FRESH_START_CANCELLED', 'FRESH_START_DONE', 'LINK_POLICY_CHANGED', 'PASSKEY_ADDED', 'PASSKEY_REMOVED', 'PASSKEY_COPIED', 'SECOND_STEP_ADDED', 'SECOND_STEP_REMOVED', 'DATA_EXPORTED'));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "access_event" drop constraint "access_event_kind_check";`);
    this.addSql(
      `alter table "access_event" add constraint "access_event_kind_check" check ("kind" in ('LOGGED_IN', 'LOGIN_FAILED', 'LOGGED_OUT', 'USERNAME_REQUESTED', 'LOGIN_LINK_REQUESTED', 'LOGIN_LINK_SENT', 'LOGIN_LINK_SENT_BY_COACH', 'LOGIN_LINK_USED', 'LOGIN_LINK_EXPIRED', 'LOGIN_LINK_REVOKED', 'PASSWORD_CHANGED', 'USERNAME_CHANGED', 'EMAIL_CHANGE_REQUESTED', 'EMAIL_CHANGED', 'SESSION_REVOKED', 'DEACTIVATED', 'REACTIVATED', 'API_TOKEN_CREATED', 'API_TOKEN_REVOKED', 'INVITED', 'REGISTERED', 'LOGIN_LINK_OPENED_BY_COACH', 'EMAIL_CHANGE_PROPOSED', 'EMAIL_CHANGE_STOPPED', 'FRESH_START_REQUESTED', 'FRESH_START_CANCELLED', 'FRESH_START_DONE', 'LINK_POLICY_CHANGED', 'PASSKEY_ADDED', 'PASSKEY_REMOVED', 'SECOND_STEP_ADDED', 'SECOND_STEP_REMOVED', 'DATA_EXPORTED'));`,
    );
  }
}
