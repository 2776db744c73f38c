import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Client } from '../roster/index.ts';
import { ClientState } from '../state/index.ts';
import type { RequestContext } from '../../../request-context.ts';
import { LoginHelpAction, LoginHelpReport } from './login-help.types.ts';
import { readLoginHelp, readStanding } from './read-login-help.ts';

@Resolver(() => Client)
export class LoginHelpReportResolver {
  @FieldResolver(() => LoginHelpReport, {
    description:
      "Why can't this client log in? The answer, check by check, without username, password or link.",
  })
  loginHelp(@Root() { id }: Client, @Ctx() context: RequestContext): Promise<LoginHelpReport> {
    return readLoginHelp(context, id);
  }

  @FieldResolver(() => ClientState, {
    description: 'Whether they can log in, in one word. A whole page of clients costs one look.',
  })
  async state(@Root() { id }: Client, @Ctx() context: RequestContext): Promise<keyof typeof ClientState> {
    return (await readStanding(context, id)).state;
  }

  @FieldResolver(() => Boolean, { description: 'Whether clients(show: NEED_YOU) lists them.' })
  async needsYou(@Root() { id }: Client, @Ctx() context: RequestContext): Promise<boolean> {
    return (await readStanding(context, id)).needsYou;
  }

  @FieldResolver(() => LoginHelpAction, { description: 'The one thing to do, as loginHelp says.' })
  async suggestedAction(
    @Root() { id }: Client,
    @Ctx() context: RequestContext,
  ): Promise<keyof typeof LoginHelpAction> {
    return (await readStanding(context, id)).suggestedAction;
  }
}
