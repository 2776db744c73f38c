import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import { loggedIn, type RequestContext } from '../../request-context.ts';
import { changeUsername } from './change-username.ts';
import { MyAccountResult } from '../accounts/index.ts';
import { ProfileInput } from './my-account.types.ts';
import { updateProfile } from './update-profile.ts';
import { PASSWORD_UNLESS_RECENT, SECOND_STEP_UNLESS_RECENT } from '../../settings/descriptions.ts';

@Resolver()
export class MyAccountResolver {
  @Access('LOGGED_IN')
  @Mutation(() => MyAccountResult, {
    description: 'Name, time zone and language. What is left out stays as it is.',
  })
  updateMyProfile(
    @Ctx() context: RequestContext,
    @Arg('input', () => ProfileInput) input: ProfileInput,
  ): Promise<typeof MyAccountResult> {
    return updateProfile(context, loggedIn(context), input);
  }

  @Access('LOGGED_IN', { readOnly: true, isTry: true, proof: 'RECENT_AND_SECOND_STEP' })
  @Mutation(() => MyAccountResult, {
    description: `${PASSWORD_UNLESS_RECENT} ${SECOND_STEP_UNLESS_RECENT}`,
  })
  changeUsername(
    @Ctx() context: RequestContext,
    @Arg('username', () => String) username: string,
    @Arg('currentPassword', () => String, { nullable: true }) _currentPassword: string | null,
  ): Promise<typeof MyAccountResult> {
    return changeUsername(context, loggedIn(context), username);
  }
}
