import 'reflect-metadata';
import { join } from 'node:path';
import { product } from './features.ts';
import { connectDatabase } from './platform/database/connect.ts';

/** Compares the entities with what the migrations make; with `--create <name>` writes the migration that is missing. */
const database = await connectDatabase({ url: undefined, dataDir: 'memory', entities: product.entities });
await database.orm.migrator.up();
const name = process.argv[process.argv.indexOf('--create') + 1];
if (process.argv.includes('--create') && name) {
  const folder = join(import.meta.dirname, '../src/platform/database/migrations');
  const { fileName } = await database.orm.migrator.create(folder, false, false, name);
  process.stdout.write(fileName ? `Wrote ${fileName}: add it to migrations.ts.\n` : 'Nothing to write.\n');
} else {
  const sql = await database.orm.schema.getUpdateSchemaSQL();
  if (sql.trim() !== '') {
    process.stderr.write(
      `The entities have moved on from the migrations:\n${sql}\nRun: npx --yes pnpm@12.4.2 migration <name>\n`,
    );
    process.exitCode = 1;
  }
}
await database.close();
