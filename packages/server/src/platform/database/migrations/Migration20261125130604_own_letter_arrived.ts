import { Migration } from '@mikro-orm/migrations';

export class Migration20261125130604_own_letter_arrived extends Migration {
  override name = 'Migration20261125130604_own_letter_arrived';

  override up(): void | Promise<void> {
    this.addSql(`alter table "account" add "own_letter_arrived_at" timestamptz(3) null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "account" drop column "own_letter_arrived_at";`);
  }
}
