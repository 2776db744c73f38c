import { Field, ObjectType } from 'type-graphql';
import { Scopes } from '../../platform/graphql/api-scopes.ts';

@Scopes('ANY')
@ObjectType({ description: 'What a signed-out page may show.' })
export class Site {
  @Field(() => String)
  name: string;

  @Field(() => String, { nullable: true, description: 'Only where there is a single practice.' })
  supportEmail: string | null;

  constructor(name: string, supportEmail: string | null) {
    this.name = name;
    this.supportEmail = supportEmail;
  }
}
