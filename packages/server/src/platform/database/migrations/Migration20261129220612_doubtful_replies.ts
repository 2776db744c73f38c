import { Migration } from '@mikro-orm/migrations';

export class Migration20261129220612_doubtful_replies extends Migration {

  override name = 'Migration20261129220612_doubtful_replies';

  override up(): void | Promise<void> {
    this.addSql(`alter table "reply" add "doubtful" boolean not null default false, add "unreadable" boolean not null default false;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "reply" drop column "doubtful", drop column "unreadable";`);
  }

}
