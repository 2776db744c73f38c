import { LANGUAGES } from '../../platform/language/languages.ts';
import { Field, InputType } from 'type-graphql';
import { nameLengths } from '../../settings/settings.ts';

@InputType({ description: 'What is left out stays as it is.' })
export class ProfileInput {
  @Field(() => String, { nullable: true, description: `At most ${nameLengths.person} characters.` })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: `At most ${nameLengths.person} characters.` })
  lastName?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA name: Europe/Madrid.' })
  timeZone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `BCP 47 tag of a language the product speaks: ${LANGUAGES.join(' or ')}.`,
  })
  locale?: string | null;
}
