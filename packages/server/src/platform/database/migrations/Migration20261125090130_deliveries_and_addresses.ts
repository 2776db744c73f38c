import { Migration } from '@mikro-orm/migrations';

export class Migration20261125090130_deliveries_and_addresses extends Migration {
  override name = 'Migration20261125090130_deliveries_and_addresses';

  override up(): void | Promise<void> {
    this.addSql(
      `alter table "account" add "email_state_at" timestamptz(3) null, add "email_retry_at" timestamptz(3) null;`,
    );

    this.addSql(`alter table "message" drop column "copy_sent_at";`);

    this.addSql(`alter table "delivery" add "mail_id" uuid null;`);
    this.addSql(`update "delivery" set "mail_id" = "id";`);
    this.addSql(`alter table "delivery" alter column "mail_id" set not null;`);
    this.addSql(`alter table "delivery" add constraint "delivery_mail_id_unique" unique ("mail_id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "account" drop column "email_state_at", drop column "email_retry_at";`);

    this.addSql(`alter table "delivery" drop constraint "delivery_mail_id_unique";`);
    this.addSql(`alter table "delivery" drop column "mail_id";`);

    this.addSql(`alter table "message" add "copy_sent_at" timestamptz(3) null;`);
  }
}
