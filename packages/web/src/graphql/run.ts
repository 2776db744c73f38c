import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { RequestFailed, type Failure } from './failure';
import { sentDocument } from './sent-document';
import { send } from './transport';

/** Data when an answer came, whatever it says; a failure when none came. */
export type Outcome<Data> = { data: Data; failure?: undefined } | { data?: undefined; failure: Failure };

export type Sender = (document: TypedDocumentNode<unknown, unknown>, variables: unknown) => Promise<unknown>;

const sendPlainly: Sender = (document, variables) => send(sentDocument(document), variables);

/** Signed-out pages send by plain fetch; signed-in pages put Apollo in its place, so that its store learns of changes. */
let current = sendPlainly;

/** Sends through `sender` from now on. Returns the way back. */
export function sendThrough(sender: Sender): () => void {
  current = sender;
  return () => {
    if (current === sender) current = sendPlainly;
  };
}

/** Runs one operation. Never throws: what went wrong is data. */
export async function run<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: NoInfer<Variables>,
): Promise<Outcome<Data>> {
  try {
    const untyped = document as TypedDocumentNode<unknown, unknown>;
    return { data: (await current(untyped, variables)) as Data };
  } catch (error) {
    return { failure: failureFrom(error) };
  }
}

export function failureFrom(error: unknown): Failure {
  if (error instanceof RequestFailed) return error.failure;
  if (error instanceof Error && error.cause !== undefined) return failureFrom(error.cause);
  return { kind: 'server' };
}
