import { Migration } from '@mikro-orm/migrations';

export class Migration20261130201038_restoration extends Migration {
  override name = 'Migration20261130201038_restoration';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "restoration" ("id" int not null, "place" varchar(64) not null, "mail_held_since" timestamptz(3) null, primary key ("id"));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "restoration" cascade;`);
  }
}
