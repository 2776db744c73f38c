import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Scopes } from '../../../platform/graphql/api-scopes.ts';
import { InvalidInput, TooManyAttempts } from '../../../platform/graphql/user-errors.types.ts';
import { Client } from './client.types.ts';

@Scopes('ANY')
@ObjectType({ description: 'A client of those named with whom nothing was done, and why.' })
export class UnchangedClient {
  @Field(() => Client, { description: 'Whom it is about.' })
  client!: Client;

  @Field(() => String, { description: 'In words, for the coach.' })
  message!: string;
}

@Scopes('ANY')
@ObjectType({ description: 'Returned when it was done with all of them that it can be done with.' })
export class ClientsSaved {
  @Field(() => [Client], { description: 'As they stand now, in the order in which they were named.' })
  clients: Client[];

  @Field(() => [UnchangedClient], { description: 'Those with whom it can not be done.' })
  unchanged: UnchangedClient[];

  @Field(() => Date, { nullable: true, description: 'Until then it can be undone, where it can be.' })
  undoableUntil: Date | null;

  constructor(clients: Client[], unchanged: UnchangedClient[] = [], undoableUntil: Date | null = null) {
    this.clients = clients;
    this.unchanged = unchanged;
    this.undoableUntil = undoableUntil;
  }
}

export const ClientsResult = createUnionType({
  name: 'ClientsResult',
  description: 'What was asked for, or a failure that says why not.',
  types: () => [ClientsSaved, InvalidInput, TooManyAttempts] as const,
});
