import { ApolloClient, ApolloLink, InMemoryCache, Observable, type OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { MeDocument, possibleTypes } from '@latchstring/operations';
import { getOperationAST, parse } from 'graphql';
import { LiveQuery } from './live-query.svelte';
import { operationTexts } from './operation-texts';
import { failureFrom, sendThrough } from './run';
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

const looksAfterMs = [500, 2_000, 5_000, 10_000, 20_000];

/**
 * An answer that got lost says nothing of whether it was done: once the server answers again, what the page shows is asked
 * for anew. Not before, or each try would show as one more failure.
 */
async function lookAgain(): Promise<void> {
  for (const waitMs of looksAfterMs) {
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    if (openStores === 0) return;
    const failure = await client
      .query({ query: tree(MeDocument as TypedDocumentNode<unknown, unknown>), fetchPolicy: 'network-only' })
      .then(() => undefined, failureFrom);
    if (failure) continue;
    await client.refetchQueries({ include: 'active' });
    return;
  }
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
    try {
      const mutation = tree(document);
      const { data } = await client.mutate({ mutation, variables: variables as OperationVariables });
      return data;
    } catch (error) {
      if (failureFrom(error).mayHaveBeenDone) void lookAgain();
      throw error;
    }
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
