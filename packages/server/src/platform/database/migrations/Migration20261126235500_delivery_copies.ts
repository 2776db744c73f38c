import { Migration } from '@mikro-orm/migrations';

export class Migration20261126235500_delivery_copies extends Migration {
  override name = 'Migration20261126235500_delivery_copies';

  override up(): void | Promise<void> {
    this.addSql(`alter table "delivery" add "is_copy" boolean not null default false;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "delivery" drop column "is_copy";`);
  }
}
