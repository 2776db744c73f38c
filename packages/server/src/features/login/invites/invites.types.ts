import { createUnionType, Field, ObjectType } from 'type-graphql';
import { InvalidInput, TooManyAttempts } from '../../../platform/graphql/user-errors.types.ts';
import { PasswordRejected, UsernameTaken } from '../../accounts/index.ts';
import { LoginLinkProblem, LoginLinkUnusable } from '../links/index.ts';
import { LoggedIn } from '../sessions/index.ts';

@ObjectType({ description: 'What an invite is for. Looking spends nothing.' })
export class InviteInspection {
  @Field(() => Boolean, { description: 'It can be accepted here and now.' })
  usable!: boolean;

  @Field(() => LoginLinkProblem, { nullable: true, description: 'Why it is not usable. Null when it is.' })
  problem!: keyof typeof LoginLinkProblem | null;

  @Field(() => String, {
    nullable: true,
    description: 'For example: Maria K. at Northwind Coaching. Null when not usable.',
  })
  accountLabel!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The coach who invites, by first and last name. Null when not usable.',
  })
  invitedBy!: string | null;

  @Field(() => Boolean, { description: 'Someone else is logged in here now: accepting ends that session.' })
  replacesSession!: boolean;

  @Field(() => String, { nullable: true, description: 'Made at random; to keep or to change.' })
  suggestedUsername!: string | null;

  @Field(() => Boolean, { description: 'renewLoginLink mails a fresh one to the address on file.' })
  mayRenew!: boolean;

  @Field(() => Date, {
    nullable: true,
    description: 'When its time is over. Null where there is no such invite.',
  })
  expiresAt!: Date | null;

  constructor(facts: InviteInspection) {
    Object.assign(this, facts);
  }
}

export const AcceptInviteResult = createUnionType({
  name: 'AcceptInviteResult',
  description: 'Logged in, what is still needed for that, or a failure that says why not.',
  types: () =>
    [LoggedIn, LoginLinkUnusable, UsernameTaken, PasswordRejected, InvalidInput, TooManyAttempts] as const,
});
