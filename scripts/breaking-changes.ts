/**
 * Compares the schema with that of the last release: what breaks API consumers stops here, what could surprise them is
 * listed. `--release` makes the present schema the last release's.
 */
import { copyFileSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql';

export interface Changes {
  breaking: string[];
  dangerous: string[];
}

export function changesBetween(released: string, present: string): Changes {
  const schemas = [buildSchema(released), buildSchema(present)] as const;
  const words = ({ type, description }: { type: string; description: string }) => `${type}: ${description}`;
  return {
    breaking: findBreakingChanges(...schemas).map(words),
    dangerous: findDangerousChanges(...schemas).map(words),
  };
}

function main(): void {
  const folder = join(dirname(import.meta.dirname), 'schema');
  const [released, present] = [join(folder, 'released.graphql'), join(folder, 'schema.graphql')];
  if (process.argv.includes('--release')) return copyFileSync(present, released);
  const { breaking, dangerous } = changesBetween(
    readFileSync(released, 'utf8'),
    readFileSync(present, 'utf8'),
  );
  for (const change of dangerous) console.log(`Could surprise API consumers: ${change}`);
  for (const change of breaking) console.error(`Breaks API consumers: ${change}`);
  if (breaking.length > 0) console.error('See "What may change" in schema/README.md.');
  process.exitCode = breaking.length > 0 ? 1 : 0;
}

if (import.meta.main) main();
