import { Field, ID, ObjectType } from 'type-graphql';
import { Scopes } from '../../../platform/graphql/api-scopes.ts';

@Scopes('ACCOUNT_READ')
@ObjectType('Passkey', {
  description: 'A key on a device of its owner, which logs in without username and password.',
})
export class PasskeyView {
  @Field(() => ID, { description: 'For renamePasskey and removePasskey.' })
  id: string;

  @Field(() => String, { description: 'As its owner called it.' })
  name: string;

  @Field(() => Date, { description: 'When it was added.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'Null: never.' })
  lastUsedAt: Date | null;

  constructor({ id, name, createdAt, lastUsedAt }: PasskeyView) {
    this.id = id;
    this.name = name;
    this.createdAt = createdAt;
    this.lastUsedAt = lastUsedAt;
  }
}

@ObjectType({ description: "Returned when the browser's passkey dialogue may begin." })
export class PasskeyChallenge {
  @Field(() => String, { description: 'Handed back with the answer. Works once, and in this browser alone.' })
  challenge: string;

  @Field(() => String, {
    description: 'For navigator.credentials, as JSON text in the form that WebAuthn Level 3 gives it.',
  })
  options: string;

  @Field(() => Date, { description: 'Until then it can be answered.' })
  expiresAt: Date;

  constructor({ challenge, options, expiresAt }: PasskeyChallenge) {
    this.challenge = challenge;
    this.options = options;
    this.expiresAt = expiresAt;
  }
}
