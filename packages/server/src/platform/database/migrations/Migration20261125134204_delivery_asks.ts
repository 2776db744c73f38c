import { Migration } from '@mikro-orm/migrations';

export class Migration20261125134204_delivery_asks extends Migration {
  override name = 'Migration20261125134204_delivery_asks';

  override up(): void | Promise<void> {
    this.addSql(`alter table "delivery" add "asks" int not null default 0;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "delivery" drop column "asks";`);
  }
}
