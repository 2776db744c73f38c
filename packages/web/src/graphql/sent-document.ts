import type { DocumentNode } from 'graphql';

/** What the build puts in the place of an operation's syntax tree (vite/trusted-documents.ts). */
export interface SentDocument {
  /** By which the server knows its text. */
  id: string;
  /** A mutation. */
  isMutation: boolean;
  /** Only while the app is developed. */
  text?: string;
}

export function sentDocument(document: DocumentNode): SentDocument {
  if (!('id' in document))
    throw new Error('This document has no hash: was it built without trustedDocuments()?');
  return document as unknown as SentDocument;
}
