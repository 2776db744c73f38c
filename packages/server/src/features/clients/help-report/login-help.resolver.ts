import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Client } from '../roster/index.ts';
import type { RequestContext } from '../../../request-context.ts';
import { LoginHelpReport } from './login-help.types.ts';
import { readLoginHelp } from './read-login-help.ts';

@Resolver(() => Client)
export class LoginHelpReportResolver {
  @FieldResolver(() => LoginHelpReport, {
    description:
      "Why can't this client log in? The answer, check by check, without username, password or link.",
  })
  loginHelp(@Root() { id }: Client, @Ctx() context: RequestContext): Promise<LoginHelpReport> {
    return readLoginHelp(context, id);
  }
}
