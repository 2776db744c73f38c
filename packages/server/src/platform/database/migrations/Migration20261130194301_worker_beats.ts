import { Migration } from '@mikro-orm/migrations';

export class Migration20261130194301_worker_beats extends Migration {

  override name = 'Migration20261130194301_worker_beats';

  override up(): void | Promise<void> {
    this.addSql(`create table "worker_beat" ("id" uuid not null, "at" timestamptz(3) not null, "ended_at" timestamptz(3) null, "provider_heard_at" timestamptz(3) null, "provider_refuses_since" timestamptz(3) null, primary key ("id"));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "worker_beat" cascade;`);
  }

}
