import type { DocumentNode } from 'graphql';

/** The text of an operation, which the build has put in the place of its syntax tree (vite/operation-texts.ts). */
export function operationText(document: DocumentNode): string {
  const text = document.loc?.source.body;
  if (text === undefined)
    throw new Error('This document holds no text: was it built without operationTexts()?');
  return text;
}

export function changesSomething(text: string): boolean {
  return text.startsWith('mutation');
}
