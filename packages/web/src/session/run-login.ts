import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { run, type Outcome } from '../graphql/run';

/**
 * Runs what logs somebody in. A browser that keeps no cookies would forget the session at once: it is told so before
 * a link, a code or a try is spent.
 */
export async function runLogin<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: NoInfer<Variables>,
): Promise<Outcome<Data>> {
  return keepsCookies() ? run(document, variables) : { failure: { kind: 'no-cookies' } };
}

function keepsCookies(): boolean {
  const probe = 'latchstring-probe=1';
  try {
    document.cookie = `${probe}; samesite=strict`;
    const isKept = document.cookie.includes(probe);
    document.cookie = `${probe}; samesite=strict; max-age=0`;
    return isKept;
  } catch {
    // Some frames refuse even to be asked.
    return false;
  }
}
