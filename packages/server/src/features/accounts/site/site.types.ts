import { Field, ObjectType } from 'type-graphql';
import { Scopes } from '../../../platform/graphql/api-scopes.ts';

@Scopes('ANY')
@ObjectType({ description: 'What a signed-out page may show.' })
export class Site {
  @Field(() => String)
  name: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Of the practice where there is a single one, else of whoever runs the site; null where nobody is named.',
  })
  supportEmail: string | null;

  constructor(name: string, supportEmail: string | null) {
    this.name = name;
    this.supportEmail = supportEmail;
  }
}
