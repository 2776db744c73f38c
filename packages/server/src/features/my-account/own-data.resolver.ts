import { Arg, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import { Me } from '../accounts/index.ts';
import { Access } from '../../platform/graphql/access.ts';
import { loggedIn, type RequestContext } from '../../request-context.ts';
import { exportMyData } from './export-my-data.ts';
import { findDeletion } from './find-deletion.ts';
import { ExportMyDataResult } from './own-data.types.ts';
import { PASSWORD_UNLESS_RECENT, SECOND_STEP_UNLESS_RECENT } from '../../settings/descriptions.ts';

@Resolver(() => Me)
export class OwnDataResolver {
  @FieldResolver(() => Date, {
    nullable: true,
    description: 'The coach has ended this account: from then on nothing of it is kept. Null: it stays.',
  })
  deleteAt(@Ctx() context: RequestContext): Promise<Date | null> {
    return findDeletion(context, loggedIn(context));
  }

  @Access('LOGGED_IN', { readOnly: true, isTry: true, proof: 'RECENT_AND_SECOND_STEP' })
  @Mutation(() => ExportMyDataResult, {
    description: `All that is kept about this account. ${PASSWORD_UNLESS_RECENT} ${SECOND_STEP_UNLESS_RECENT}`,
  })
  exportMyData(
    @Ctx() context: RequestContext,
    @Arg('currentPassword', () => String, { nullable: true }) _currentPassword: string | null,
  ): Promise<typeof ExportMyDataResult> {
    return exportMyData(context, loggedIn(context));
  }
}
