import { Migration } from '@mikro-orm/migrations';

export class Migration20261130201839_release_files extends Migration {
  override name = 'Migration20261130201839_release_files';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "release_file" ("release" varchar(64) not null, "path" varchar(255) not null, "content" bytea not null, "kept_at" timestamptz(3) not null, primary key ("release", "path"));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "release_file" cascade;`);
  }
}
