import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../request-context.ts';
import { askForLoginLink, askForRenewal, askForUsernames } from './ask-for-help.ts';
import { RecoveryResult } from './login-helper.types.ts';

@Resolver()
export class LoginHelperResolver {
  @Access('EVERYONE', { isTry: true })
  @Mutation(() => RecoveryResult, {
    description:
      'Mails the usernames tied to this address to this address; where there is none, the mail says so. The answer is the same.',
  })
  recoverUsername(
    @Ctx() context: RequestContext,
    @Arg('email', () => String) email: string,
  ): Promise<typeof RecoveryResult> {
    return askForUsernames(context, { email });
  }

  @Access('EVERYONE', { isTry: true })
  @Mutation(() => RecoveryResult, {
    description:
      'Mails a login link to the address on file of this username. The answer is the same whether or not it exists.',
  })
  requestLoginLink(
    @Ctx() context: RequestContext,
    @Arg('username', () => String) username: string,
  ): Promise<typeof RecoveryResult> {
    return askForLoginLink(context, { username });
  }

  @Access('EVERYONE', { isTry: true })
  @Mutation(() => RecoveryResult, {
    description: 'From a used or expired link: mails a fresh one to the address on file.',
  })
  renewLoginLink(
    @Ctx() context: RequestContext,
    @Arg('token', () => String) token: string,
  ): Promise<typeof RecoveryResult> {
    return askForRenewal(context, { token });
  }
}
