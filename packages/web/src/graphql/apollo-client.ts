import { ApolloClient, ApolloLink, InMemoryCache, Observable, type OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { possibleTypes } from '@latchstring/operations';
import { getOperationAST, parse } from 'graphql';
import { LiveQuery } from './live-query.svelte';
import { operationTexts } from './operation-texts';
import { sendThrough } from './run';
import { sentDocument, type SentDocument } from './sent-document';
import { send } from './transport';

/*
 * Apollo Client, for signed-in pages. It weighs more than a whole signed-out page, so nothing that those pages
 * load may import this file statically.
 */

/** One transport for both: what differs is only who keeps the answers. */
const link = new ApolloLink(
  ({ operationName, variables }) =>
    new Observable((observer) => {
      send(sentAs(operationName), variables).then(
        (data) => {
          observer.next({ data: data as Record<string, unknown> });
          observer.complete();
        },
        (error: unknown) => observer.error(error),
      );
    }),
);

const client = new ApolloClient({
  link,
  cache: new InMemoryCache({
    ...possibleTypes,
    // They have no id of their own: what one query knows of them must not push out what another does.
    typePolicies: { Recipients: { merge: true } },
  }),
  // The developer tools would keep the variables of every mutation, passwords among them.
  devtools: { enabled: false },
});

export function liveQuery<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): LiveQuery<Data> {
  const query = client.watchQuery({
    query: tree(document as TypedDocumentNode<unknown, unknown>),
    variables,
    fetchPolicy: 'cache-and-network',
  });
  return new LiveQuery<Data>(query);
}

let openStores = 0;

/**
 * From now on mutations update what live queries show. Returns the way back, for when the page closes; the store is
 * emptied when no page has come after it.
 */
export function openStore(): () => void {
  openStores += 1;
  const sendPlainlyAgain = sendThrough(async (document, variables) => {
    const sent = sentDocument(document);
    if (!sent.isMutation) return send(sent, variables);
    const { data } = await client.mutate({
      mutation: tree(document),
      variables: variables as OperationVariables,
    });
    return data;
  });
  return () => {
    openStores -= 1;
    sendPlainlyAgain();
    setTimeout(() => {
      if (openStores === 0) void client.clearStore();
    });
  };
}

const trees = new Map<string, TypedDocumentNode<unknown, OperationVariables>>();
const byName = new Map<string, SentDocument>();

/** The syntax tree by which Apollo Client keeps answers. What is sent is the document itself, by its id. */
function tree(document: TypedDocumentNode<unknown, unknown>): TypedDocumentNode<unknown, OperationVariables> {
  const sent = sentDocument(document);
  let parsed = trees.get(sent.id);
  if (!parsed) {
    parsed = parse(sent.text ?? operationTexts[sent.id] ?? '');
    trees.set(sent.id, parsed);
    byName.set(getOperationAST(parsed)?.name?.value ?? '', sent);
  }
  return parsed;
}

function sentAs(operationName: string | undefined): SentDocument {
  const sent = byName.get(operationName ?? '');
  if (!sent) throw new Error(`${operationName ?? 'An operation without a name'} is none of the app's`);
  return sent;
}
