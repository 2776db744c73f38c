import { Field, Int, ObjectType } from 'type-graphql';
import { SECOND_MS } from '../../../platform/clock.ts';
import type { Settings } from '../../../settings/settings.ts';
import { Scopes } from '../../../platform/graphql/api-scopes.ts';

@Scopes('ANY')
@ObjectType({
  description: 'How long a login link of each kind lives, in seconds, as whoever runs the site has set it.',
})
export class LinkLives {
  @Field(() => Int, { description: 'Asked for in the login helper.' })
  helper: number;

  @Field(() => Int, { description: "In a coach's message." })
  message: number;

  @Field(() => Int, { description: 'An invite, for somebody who has never logged in.' })
  invite: number;

  constructor({ helper, message, invite }: Settings['loginLinkLifeMs']) {
    this.helper = helper / SECOND_MS;
    this.message = message / SECOND_MS;
    this.invite = invite / SECOND_MS;
  }
}

@Scopes('ANY')
@ObjectType({ description: 'What a signed-out page may show.' })
export class Site {
  @Field(() => String, { description: 'As its operator calls it.' })
  name: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Of the practice where there is a single one, else of whoever runs the site; null where nobody is named.',
  })
  supportEmail: string | null;

  @Field(() => LinkLives, { description: 'How long links and codes work.' })
  linkLives: LinkLives;

  constructor(name: string, supportEmail: string | null, linkLives: LinkLives) {
    this.linkLives = linkLives;
    this.name = name;
    this.supportEmail = supportEmail;
  }
}
