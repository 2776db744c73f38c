import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { MyAccountResult } from '../accounts/index.ts';
import { Access } from '../../platform/graphql/access.ts';
import { loggedIn, type RequestContext } from '../../request-context.ts';
import { AccessChangeInspection, StopResult } from './access-changes.types.ts';
import { cancelEmailChange, cancelMyFreshStart } from './cancel-changes.ts';
import { confirmEmailChange } from './confirm-email-change.ts';
import { inspectAccessChange } from './inspect-access-change.ts';
import { requestEmailChange } from './request-email-change.ts';
import { stopAccessChange } from './stop-access-change.ts';
import {
  PASSWORD_UNLESS_RECENT,
  RECENT_LOGIN,
  RECENT_SECOND_STEP,
  SECOND_STEP_UNLESS_RECENT,
} from '../../settings/descriptions.ts';

@Resolver()
export class AccessChangesResolver {
  @Access('LOGGED_IN', { isTry: true, proof: 'RECENT_AND_SECOND_STEP' })
  @Mutation(() => MyAccountResult, {
    description: `Sends a confirmation to the new address and a notice to the old one; nothing changes until it is confirmed. ${PASSWORD_UNLESS_RECENT} ${SECOND_STEP_UNLESS_RECENT}`,
  })
  requestEmailChange(
    @Ctx() context: RequestContext,
    @Arg('email', () => String) email: string,
    @Arg('currentPassword', () => String, { nullable: true }) _currentPassword: string | null,
  ): Promise<typeof MyAccountResult> {
    return requestEmailChange(context, loggedIn(context), email);
  }

  @Access('LOGGED_IN', { isTry: true })
  @Mutation(() => MyAccountResult, {
    description: `By the account's owner, logged in. Ends every login link and code made so far. What a coach proposed takes a login of any kind in this session ${RECENT_LOGIN} or currentPassword, and the second step ${RECENT_SECOND_STEP}; an own change was proven when it was asked for.`,
  })
  confirmEmailChange(
    @Ctx() context: RequestContext,
    @Arg('token', () => String) token: string,
    @Arg('currentPassword', () => String, {
      nullable: true,
      description: "For a coach's proposal, where the login was longer ago.",
    })
    currentPassword: string | null,
  ): Promise<typeof MyAccountResult> {
    const input = { token, currentPassword: currentPassword ?? null };
    return confirmEmailChange(context, loggedIn(context), input);
  }

  @Access('LOGGED_IN', { readOnly: true })
  @Mutation(() => MyAccountResult, {
    description: 'Ends an email change that waits, whoever asked for it. Also done when there is none.',
  })
  cancelEmailChange(@Ctx() context: RequestContext): Promise<typeof MyAccountResult> {
    return cancelEmailChange(context, loggedIn(context));
  }

  @Access('LOGGED_IN', { readOnly: true })
  @Mutation(() => MyAccountResult, {
    description: 'Ends a fresh start that waits. Also done when there is none.',
  })
  cancelMyFreshStart(@Ctx() context: RequestContext): Promise<typeof MyAccountResult> {
    return cancelMyFreshStart(context, loggedIn(context));
  }

  @Access('EVERYONE', { isTry: true })
  @Mutation(() => StopResult, {
    description:
      'From the letter to the old address: stops an email change or a fresh start. Needs no login, only ever stops, spent by this call alone.',
  })
  stopAccessChange(
    @Ctx() context: RequestContext,
    @Arg('token', () => String) token: string,
  ): Promise<typeof StopResult> {
    return stopAccessChange(context, { token });
  }

  @Access('EVERYONE', { isTry: true })
  @Mutation(() => AccessChangeInspection, {
    description: 'What this stop or confirm link is about. Spends nothing.',
  })
  inspectAccessChange(
    @Ctx() context: RequestContext,
    @Arg('token', () => String) token: string,
  ): Promise<AccessChangeInspection> {
    return inspectAccessChange(context, { token });
  }
}
