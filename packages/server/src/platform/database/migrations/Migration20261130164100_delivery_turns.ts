import { Migration } from '@mikro-orm/migrations';

export class Migration20261130164100_delivery_turns extends Migration {

  override name = 'Migration20261130164100_delivery_turns';

  override up(): void | Promise<void> {
    this.addSql(`alter table "delivery" add "place" int not null default 0;`);
    this.addSql(`create index "delivery_turn_index" on "delivery" ("place", "next_attempt_at") where state = 'QUEUED';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "delivery_turn_index";`);
    this.addSql(`alter table "delivery" drop column "place";`);
  }

}
