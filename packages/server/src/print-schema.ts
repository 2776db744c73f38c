import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printSchema } from 'graphql';
import { printAccessTable } from './platform/graphql/access-table.ts';
import { createSchema } from './schema.ts';

/** Prints the schema as it is served, and who may do what in it, to schema/; with --check only says whether it is there. */
const schema = await createSchema();
const printed = { 'schema.graphql': `${printSchema(schema)}\n`, 'access.md': printAccessTable(schema) };
for (const [name, text] of Object.entries(printed)) {
  const file = join(import.meta.dirname, '../../../schema', name);
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write(`schema/${name} is not what the server serves. Run: npx --yes pnpm@12.4.2 schema\n`);
    process.exitCode = 1;
  }
}
