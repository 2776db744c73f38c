import { print, stripIgnoredCharacters, type DocumentNode } from 'graphql';
import type { Plugin } from 'vite';

/**
 * Typed documents are syntax trees: 60 kB that no signed-out page needs, since all it does with an operation is send
 * its text. This puts the text in the tree's place, where GraphQL keeps the source of a document (`loc.source`).
 * Types stay as they are; graphql/signed-in.ts parses what Apollo Client needs.
 */
export function operationTexts(): Plugin {
  const oneDocument = /(export const \w+Document = )(\{.*\}) as unknown as DocumentNode/g;
  return {
    name: 'operation-texts',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/operations/src/documents.ts')) return undefined;
      return code.replace(oneDocument, (_, before: string, tree: string) => {
        const text = stripIgnoredCharacters(print(JSON.parse(tree) as DocumentNode));
        const document = { kind: 'Document', definitions: [], loc: { source: { body: text } } };
        return `${before}${JSON.stringify(document)} as unknown as DocumentNode`;
      });
    },
  };
}
