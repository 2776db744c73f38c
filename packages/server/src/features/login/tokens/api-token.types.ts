import { createUnionType, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { SecondStepNeeded, CurrentPasswordWrong } from '../../accounts/index.ts';
import { apiScopes, Scopes, type ApiScope as Scope } from '../../../platform/graphql/api-scopes.ts';
import {
  InvalidInput,
  ReadOnlyAccess,
  TooManyAttempts,
} from '../../../platform/graphql/user-errors.types.ts';
import { LAST_USE_EXACT_TO } from '../../../settings/descriptions.ts';

export const ApiScope = Object.fromEntries(apiScopes.map((scope) => [scope, scope])) as {
  [Name in Scope]: Name;
};
registerEnumType(ApiScope, {
  name: 'ApiScope',
  description: 'What an API token is good for. It does nothing that is not named here.',
  valuesConfig: {
    CLIENTS_READ: { description: 'Reads the roster: names, addresses, how clients are.' },
    CLIENTS_WRITE: { description: 'Adds, changes, invites, deactivates and deletes clients.' },
    MESSAGES_READ: { description: 'Reads messages, templates, replies and what became of each delivery.' },
    MESSAGES_SEND: {
      description:
        'Checks, sends, schedules and cancels messages, and reads what its own calls answer. The words of a pre-flight name recipients.',
    },
    ACCOUNT_READ: { description: 'Reads the account that the token belongs to; changes nothing of it.' },
  },
});

@Scopes('ACCOUNT_READ')
@ObjectType('ApiToken', { description: 'Lets a program in. Its secret is shown once, when it is made.' })
export class ApiTokenView {
  @Field(() => ID, { description: 'For revokeApiToken.' })
  id!: string;

  @Field(() => String, { description: 'As its owner called it.' })
  name!: string;

  @Field(() => [ApiScope], { description: 'What it may do, and nothing else.' })
  scopes!: Scope[];

  @Field(() => Date, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: `Kept to ${LAST_USE_EXACT_TO}; null: never.` })
  lastUsedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Null: works until it is revoked.' })
  expiresAt!: Date | null;
}

@ObjectType({ description: 'Returned when the token was made.' })
export class ApiTokenCreated {
  @Field(() => ApiTokenView, { description: 'The token, without its secret.' })
  token: ApiTokenView;

  @Field(() => String, {
    description: 'Begins with lst_. Shown here once, and kept only as a hash: nobody can show it again.',
  })
  secret: string;

  constructor(token: ApiTokenView, secret: string) {
    this.token = token;
    this.secret = secret;
  }
}

export const CreateApiTokenResult = createUnionType({
  name: 'CreateApiTokenResult',
  description: 'What was asked for, or a failure that says why not.',
  types: () =>
    [
      ApiTokenCreated,
      SecondStepNeeded,
      InvalidInput,
      ReadOnlyAccess,
      CurrentPasswordWrong,
      TooManyAttempts,
    ] as const,
});
