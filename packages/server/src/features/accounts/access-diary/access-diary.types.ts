import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Scopes } from '../../../platform/graphql/api-scopes.ts';
import { connectionOf } from '../../../platform/graphql/connection.types.ts';
import { accessEventKinds } from './access-event-kinds.ts';

type Kind = (typeof accessEventKinds)[number];

const AccessEventKind = Object.fromEntries(accessEventKinds.map((kind) => [kind, kind])) as {
  [K in Kind]: K;
};
registerEnumType(AccessEventKind, {
  name: 'AccessEventKind',
  description: "What can happen to an account's access.",
});

const AccessActor = { YOU: 'YOU', COACH: 'COACH', SYSTEM: 'SYSTEM' } as const;
registerEnumType(AccessActor, {
  name: 'AccessActor',
  description: 'YOU: somebody logged in as you, or with your link. SYSTEM: nobody who is known.',
});

@Scopes('ACCOUNT_READ')
@ObjectType('AccessEvent', {
  description:
    "One thing that happened to an account's access. Holds no token, no code and nothing that was typed.",
})
export class AccessEventView {
  @Field(() => ID)
  id!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => AccessEventKind)
  kind!: Kind;

  @Field(() => String, { description: "Who did it, in words: You, your coach's name, or The system." })
  actor!: string;

  @Field(() => AccessActor, { description: 'The same, for programs.' })
  actorKind!: keyof typeof AccessActor;

  @Field(() => String, {
    nullable: true,
    description: 'In words: Firefox on Windows. Null where there was none.',
  })
  device!: string | null;
}

export const AccessEventConnection = connectionOf('AccessEvent', () => AccessEventView);
