import { Field, InputType } from 'type-graphql';

@InputType({ description: 'What is left out stays as it is.' })
export class ProfileInput {
  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  lastName?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA name: Europe/Madrid.' })
  timeZone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'BCP 47 tag of a language the product speaks: en or es.',
  })
  locale?: string | null;
}
