import { Migration } from '@mikro-orm/migrations';

export class Migration20261129213636_ended_links extends Migration {
  override name = 'Migration20261129213636_ended_links';

  override up(): void | Promise<void> {
    this.addSql(`alter table "login_link" add "ended_by" text null;`);
    this.addSql(
      `alter table "login_link" add constraint "login_link_ended_by_check" check ("ended_by" in ('LOGIN', 'PASSWORD', 'EMAIL', 'POLICY', 'STARTED_OVER', 'DEACTIVATION'));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "login_link" drop constraint "login_link_ended_by_check";`);
    this.addSql(`alter table "login_link" drop column "ended_by";`);
  }
}
