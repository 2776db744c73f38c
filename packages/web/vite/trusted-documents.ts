import { readFileSync } from 'node:fs';
import { trustedDocument } from '@latchstring/operations/trusted';
import type { DocumentNode } from 'graphql';
import type { Plugin } from 'vite';

const prefix = 'operation:';
const source = new URL('../../operations/src/documents.ts', import.meta.url);
const oneDocument = /export const (\w+Document) = (\{.*\}) as unknown as DocumentNode.*/g;

/** What stands in the app in the place of a document's syntax tree (graphql/sent-document.ts). */
interface Sent {
  id: string;
  isMutation: boolean;
  text: string;
}

/**
 * The app names its operations by their hash, and the server runs no other in production. A page holds the hash alone:
 * syntax trees would be 60 kB that no signed-out page needs. The texts, of which signed-in pages make trees for Apollo
 * Client's store, go into a module of their own, and with their hashes into `.vite/trusted-documents.json`, which the
 * server reads. Each operation becomes a module, so that a page fetches only those it sends.
 */
export function trustedDocuments(): Plugin {
  let documents = new Map<string, Sent>();
  let developing = false;
  return {
    name: 'trusted-documents',
    enforce: 'pre',
    configResolved({ command }) {
      developing = command === 'serve';
    },
    buildStart() {
      documents = readDocuments(readFileSync(source, 'utf8'));
    },
    transform(code, id) {
      if (id.endsWith('/graphql/operation-texts.ts')) {
        const texts = Object.fromEntries([...documents.values()].map(({ id: hash, text }) => [hash, text]));
        return { code: `export const operationTexts = ${JSON.stringify(texts)};`, map: null };
      }
      if (!id.endsWith('/operations/src/documents.ts')) return undefined;
      documents = readDocuments(code);
      const parted = code.replace(
        oneDocument,
        (_, name: string) => `export { ${name} } from '${prefix}${name}';`,
      );
      return { code: parted, map: null, moduleSideEffects: false };
    },
    resolveId(id) {
      return id.startsWith(prefix) ? { id: `\0${id}`, moduleSideEffects: false } : undefined;
    },
    load(id) {
      const name = nameIn(id);
      const document = name === undefined ? undefined : documents.get(name);
      if (!document) return undefined;
      // While the app is developed its operations change faster than the server is built: they are sent as text.
      const { text, ...sent } = document;
      return `export const ${name} = ${JSON.stringify(developing ? { ...sent, text } : sent)};`;
    },
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const sent = chunks.flatMap(({ moduleIds }) => moduleIds.map((id) => documents.get(nameIn(id) ?? '')));
      const trusted = sent.flatMap((document) => (document ? [[document.id, document.text]] : []));
      this.emitFile({
        type: 'asset',
        fileName: '.vite/trusted-documents.json',
        source: JSON.stringify(Object.fromEntries(trusted)),
      });
    },
  };
}

function nameIn(id: string): string | undefined {
  return id.startsWith(`\0${prefix}`) ? id.slice(prefix.length + 1) : undefined;
}

function readDocuments(code: string): Map<string, Sent> {
  const read = new Map<string, Sent>();
  for (const [, name = '', tree = ''] of code.matchAll(oneDocument)) {
    const document = JSON.parse(tree) as DocumentNode;
    const isMutation = document.definitions.some(
      (definition) => definition.kind === 'OperationDefinition' && definition.operation === 'mutation',
    );
    read.set(name, { ...trustedDocument(document), isMutation });
  }
  return read;
}
