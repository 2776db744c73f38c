import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { Me } from '../me.types.ts';
import { loggedIn, type RequestContext } from '../../../request-context.ts';
import { AccessEventConnection } from './access-diary.types.ts';
import { readAccessDiary } from './read-access-diary.ts';
import { days, spelled } from '../../../settings/descriptions.ts';
import { defaultSettings } from '../../../settings/settings.ts';

@Resolver(() => Me)
export class AccessDiaryResolver {
  @FieldResolver(() => AccessEventConnection, {
    description: `What happened to this account's access, newest first: logins, links sent and used, changes, and by whom. Kept for ${spelled(days(defaultSettings.accessDiaryKeptMs) / 365)} years.`,
  })
  async accessDiary(
    @Ctx() context: RequestContext,
    @Arg('first', () => Int, { defaultValue: 25 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<InstanceType<typeof AccessEventConnection>> {
    const wish = { first, after: after ?? null };
    return new AccessEventConnection(await readAccessDiary(context, loggedIn(context), wish));
  }
}
