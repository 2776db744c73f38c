import { print, stripIgnoredCharacters, type DocumentNode } from 'graphql';
import type { Plugin } from 'vite';

const prefix = 'operation:';

/**
 * Typed documents are syntax trees: 60 kB that no signed-out page needs, since all it does with an operation is send
 * its text. This puts the text in the tree's place, where GraphQL keeps the source of a document (`loc.source`).
 * Types stay as they are; graphql/signed-in.ts parses what Apollo Client needs. Each operation becomes a module of
 * its own, so that a page fetches only those it sends.
 */
export function operationTexts(): Plugin {
  const oneDocument = /export const (\w+Document) = (\{.*\}) as unknown as DocumentNode.*/g;
  const modules = new Map<string, string>();
  return {
    name: 'operation-texts',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/operations/src/documents.ts')) return undefined;
      const parted = code.replace(oneDocument, (_, name: string, tree: string) => {
        const text = stripIgnoredCharacters(print(JSON.parse(tree) as DocumentNode));
        const document = { kind: 'Document', definitions: [], loc: { source: { body: text } } };
        modules.set(`\0${prefix}${name}`, `export const ${name} = ${JSON.stringify(document)};`);
        return `export { ${name} } from '${prefix}${name}';`;
      });
      return { code: parted, map: null, moduleSideEffects: false };
    },
    resolveId(id) {
      return id.startsWith(prefix) ? { id: `\0${id}`, moduleSideEffects: false } : undefined;
    },
    load(id) {
      return modules.get(id);
    },
  };
}
