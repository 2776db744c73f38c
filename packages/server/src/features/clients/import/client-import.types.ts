import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Scopes } from '../../../platform/graphql/api-scopes.ts';
import { FieldError, InvalidInput, TooManyAttempts } from '../../../platform/graphql/user-errors.types.ts';
import { nameLengths } from '../../../settings/settings.ts';

export const ClientRowOutcome = {
  ADDED: 'ADDED',
  ALREADY_THERE: 'ALREADY_THERE',
  ADDRESS_IN_USE: 'ADDRESS_IN_USE',
  REPEATED: 'REPEATED',
  FAULTY: 'FAULTY',
} as const;
registerEnumType(ClientRowOutcome, {
  name: 'ClientRowOutcome',
  description: 'What becomes of one row.',
  valuesConfig: {
    ADDED: { description: 'Somebody new.' },
    ALREADY_THERE: { description: 'A client of yours with this name and address: nothing is done.' },
    ADDRESS_IN_USE: {
      description: 'Another person has this address; added only with onDuplicateEmail ADD_ANYWAY.',
    },
    REPEATED: { description: 'The same person stands in an earlier row: nothing is done.' },
    FAULTY: { description: 'Not usable; fields say why.' },
  },
});

@InputType({
  description: `One person of a list. At most ${nameLengths.person} characters for each name, which may be empty.`,
})
export class ClientRowInput {
  @Field(() => String, { description: 'May be empty.' })
  firstName!: string;

  @Field(() => String, { description: 'May be empty.' })
  lastName!: string;

  @Field(() => String, { description: 'One that a mail server takes.' })
  email!: string;

  @Field(() => String, { nullable: true, description: 'IANA name. Left out: the coach’s.' })
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'Of their letters: en or es. Left out: the coach’s.' })
  locale?: string | null;
}

@Scopes('CLIENTS_WRITE')
@ObjectType({ description: 'What an import does, or would do, with one row.' })
export class ClientRowResult {
  @Field(() => Int, { description: 'Place in the list, from 0.' })
  row!: number;

  @Field(() => ClientRowOutcome, { description: 'What is done with it.' })
  outcome!: keyof typeof ClientRowOutcome;

  @Field(() => [FieldError], {
    description: 'Of a faulty row: firstName, lastName, email, timeZone or locale.',
  })
  fields!: FieldError[];

  @Scopes('CLIENTS_READ')
  @Field(() => [String], {
    description:
      'Of a row with ADDRESS_IN_USE: the full names of those who have this address, on your list or in an earlier row.',
  })
  sharedWith!: string[];
}

@Scopes('CLIENTS_WRITE')
@ObjectType({
  description: 'Returned when the list was looked through; one result for each row, in its order.',
})
export class ClientRows {
  @Field(() => [ClientRowResult], { description: 'One for each row, in its order.' })
  rows!: ClientRowResult[];

  constructor(rows: ClientRowResult[]) {
    this.rows = rows;
  }
}

export const CheckClientImportResult = createUnionType({
  name: 'CheckClientImportResult',
  description: 'What was asked for, or a failure that says why not.',
  types: () => [ClientRows, InvalidInput] as const,
});

export const ImportClientsResult = createUnionType({
  name: 'ImportClientsResult',
  description: 'What was asked for, or a failure that says why not.',
  types: () => [ClientRows, InvalidInput, TooManyAttempts] as const,
});
