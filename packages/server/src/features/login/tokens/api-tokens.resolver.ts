import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver } from 'type-graphql';
import { Me, MyAccountResult } from '../../accounts/index.ts';
import { Access } from '../../../platform/graphql/access.ts';
import type { ApiScope as Scope } from '../../../platform/graphql/api-scopes.ts';
import { loggedIn, type RequestContext } from '../../../request-context.ts';
import { ApiScope, ApiTokenView, CreateApiTokenResult } from './api-token.types.ts';
import { createApiToken } from './create-api-token.ts';
import { findApiTokens } from './find-api-tokens.ts';
import { revokeApiToken } from './revoke-api-token.ts';
import { PASSWORD_UNLESS_RECENT, SECOND_STEP_UNLESS_RECENT } from '../../../settings/descriptions.ts';
import { defaultSettings, nameLengths } from '../../../settings/settings.ts';

@Resolver(() => Me)
export class ApiTokensResolver {
  @FieldResolver(() => [ApiTokenView], { description: 'Newest first. Never their secrets.' })
  apiTokens(@Ctx() context: RequestContext): Promise<ApiTokenView[]> {
    return findApiTokens(context, loggedIn(context));
  }

  @Access('LOGGED_IN', { isTry: true, proof: 'RECENT_AND_SECOND_STEP' })
  @Mutation(() => CreateApiTokenResult, {
    description: `At most ${defaultSettings.apiTokensAtOnce} at once. ${PASSWORD_UNLESS_RECENT} ${SECOND_STEP_UNLESS_RECENT} A client's token can have ACCOUNT_READ alone.`,
  })
  createApiToken(
    @Ctx() context: RequestContext,
    @Arg('name', () => String, {
      description: `For its owner to know it by: 1 to ${nameLengths.apiToken} characters.`,
    })
    name: string,
    @Arg('scopes', () => [ApiScope]) scopes: Scope[],
    @Arg('expiresAt', () => Date, { nullable: true, description: 'Left out: works until it is revoked.' })
    expiresAt: Date | null,
    @Arg('currentPassword', () => String, { nullable: true }) _currentPassword: string | null,
  ): Promise<typeof CreateApiTokenResult> {
    return createApiToken(context, loggedIn(context), { name, scopes, expiresAt: expiresAt ?? null });
  }

  @Access('LOGGED_IN', { readOnly: true, isTry: true })
  @Mutation(() => MyAccountResult, { description: 'Ends it at once.' })
  revokeApiToken(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
  ): Promise<typeof MyAccountResult> {
    return revokeApiToken(context, loggedIn(context), id);
  }
}
