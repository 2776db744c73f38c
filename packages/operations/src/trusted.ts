import { createHash } from 'node:crypto';
import {
  Kind,
  print,
  stripIgnoredCharacters,
  visit,
  type DocumentNode,
  type FieldNode,
  type SelectionSetNode,
} from 'graphql';

/** A document as the server knows it again: by the hash of its text. */
export interface TrustedDocument {
  /** `sha256:` and the hash in hex, as GraphQL over HTTP writes the id of a persisted document. */
  id: string;
  text: string;
}

/** With `__typename` wherever something is chosen: by it Apollo Client keeps answers, and it asks for nothing else. */
export function trustedDocument(document: DocumentNode): TrustedDocument {
  const text = stripIgnoredCharacters(print(withTypenames(document)));
  return { id: `sha256:${createHash('sha256').update(text).digest('hex')}`, text };
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function withTypenames(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet(set: SelectionSetNode, _key, parent) {
      const isRoot = parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION;
      const hasIt = set.selections.some((chosen) => chosen.kind === Kind.FIELD && isTypename(chosen));
      return isRoot || hasIt ? undefined : { ...set, selections: [...set.selections, typename] };
    },
  });
}

function isTypename({ name, alias }: FieldNode): boolean {
  return name.value === typename.name.value && !alias;
}
