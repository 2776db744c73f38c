/**
 * Generates packages/operations/src from schema/: typed documents and the possible types of unions.
 * Runs on the committed SDL, so no server has to be up. `--check` changes nothing and fails on a difference.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { generate } from '@graphql-codegen/cli';

const check = process.argv.includes('--check');
const scalars = { DateTime: 'string', ID: 'string' };

const files = (await generate(
  {
    schema: 'schema/schema.graphql',
    documents: 'schema/operations/**/*.graphql',
    silent: true,
    generates: {
      'packages/operations/src/documents.ts': {
        plugins: ['typescript-operations', 'typed-document-node'],
        config: {
          scalars,
          strictScalars: true,
          enumType: 'string-literal',
          useTypeImports: true,
          onlyOperationTypes: true,
          avoidOptionals: { field: true },
        },
      },
      'packages/operations/src/possible-types.ts': {
        plugins: ['fragment-matcher'],
        config: { useExplicitTyping: true },
      },
    },
  },
  false,
)) as { filename: string; content: string }[];

const stale: string[] = [];
for (const { filename, content } of files) {
  const before = await readFile(filename, 'utf8').catch(() => '');
  if (before === content) continue;
  if (check) stale.push(filename);
  else await writeFile(filename, content);
}
if (stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run: npx --yes pnpm@12.4.2 codegen`);
  process.exit(1);
}
