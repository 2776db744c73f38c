import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printSchema } from 'graphql';
import { createSchema } from './schema.ts';

/** Prints the schema as it is served to schema/schema.graphql; with --check only says whether that is true already. */
const file = join(import.meta.dirname, '../../../schema/schema.graphql');
const sdl = `${printSchema(await createSchema())}\n`;
if (!process.argv.includes('--check')) writeFileSync(file, sdl);
else if (readFileSync(file, 'utf8') !== sdl) {
  process.stderr.write(
    'schema/schema.graphql is not what the server serves. Run: npx --yes pnpm@12.4.2 schema\n',
  );
  process.exit(1);
}
