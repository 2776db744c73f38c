import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '../../../platform/graphql/access.ts';
import { Scopes } from '../../../platform/graphql/api-scopes.ts';
import { loggedIn, type RequestContext } from '../../../request-context.ts';
import { Client } from '../../clients/index.ts';
import {
  DeliveryConnection,
  DeliveryCounts,
  DeliveryOrder,
  DeliveryOutcome,
  DeliveryState,
  DeliveryView,
  LinkCounts,
  LoginLinkState,
  MessageView,
  OutcomeCounts,
  SendMessageResult,
} from '../writing/index.ts';
import { revokeLoginLinks } from './revoke-login-links.ts';
import { lastDelivery } from './last-delivery.ts';
import { findDeliveries } from './find-deliveries.ts';
import { deliveryCounts, linkCounts, MOST_NAMES, outcomeCounts, recipientNames } from './message-facts.ts';
import { retryDelivery } from './retry-delivery.ts';

type Deliveries = Promise<InstanceType<typeof DeliveryConnection>>;

@Resolver(() => MessageView)
export class DeliveriesResolver {
  @Access('COACH', { scopes: ['MESSAGES_SEND'] })
  @Mutation(() => SendMessageResult, { description: 'Tries a held, failed or bounced delivery again.' })
  retryDelivery(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
  ): Promise<typeof SendMessageResult> {
    return retryDelivery(context, loggedIn(context), id);
  }

  @Access('COACH', { scopes: ['MESSAGES_SEND'] })
  @Mutation(() => SendMessageResult, { description: 'Makes the login links that this message sent useless.' })
  revokeLoginLinks(
    @Ctx() context: RequestContext,
    @Arg('messageId', () => ID) messageId: string,
  ): Promise<typeof SendMessageResult> {
    return revokeLoginLinks(context, loggedIn(context), messageId);
  }

  @FieldResolver(() => DeliveryCounts, { description: 'A whole page of messages costs one look.' })
  deliveryCounts(@Root() { id }: MessageView, @Ctx() context: RequestContext): Promise<DeliveryCounts> {
    return deliveryCounts(context, id);
  }

  @FieldResolver(() => Int, {
    description: 'How many deliveries there are; before the sending, how many were named.',
  })
  async recipientCount(@Root() { id, chosen }: MessageView, @Ctx() context: RequestContext): Promise<number> {
    const { queued, sent, delivered, bounced, failed, held } = await deliveryCounts(context, id);
    return queued + sent + delivered + bounced + failed + held || chosen.clientIds.length;
  }

  @FieldResolver(() => LinkCounts, { description: 'A whole page of messages costs one look.' })
  linkCounts(@Root() { id }: MessageView, @Ctx() context: RequestContext): Promise<LinkCounts> {
    return linkCounts(context, id);
  }

  @FieldResolver(() => OutcomeCounts, { description: 'A whole page of messages costs one look.' })
  outcomeCounts(@Root() { id }: MessageView, @Ctx() context: RequestContext): Promise<OutcomeCounts> {
    return outcomeCounts(context, id);
  }

  @Scopes('CLIENTS_READ')
  @FieldResolver(() => [String], {
    description: `How the first few readers are called, for a list; their address where they have no name. At most ${MOST_NAMES}. A whole page of messages costs one look.`,
  })
  async recipientNames(
    @Root() { id }: MessageView,
    @Ctx() context: RequestContext,
    @Arg('first', () => Int, { defaultValue: 3 }) first: number,
  ): Promise<string[]> {
    return (await recipientNames(context, id)).slice(0, Math.max(0, first));
  }

  @FieldResolver(() => DeliveryConnection, { description: 'One for each of its readers.' })
  async deliveries(
    @Root() { id }: MessageView,
    @Ctx() context: RequestContext,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('state', () => DeliveryState, { nullable: true }) state: keyof typeof DeliveryState | null,
    @Arg('link', () => [LoginLinkState], { nullable: true, description: 'Those whose link is one of these.' })
    link: (keyof typeof LoginLinkState)[] | null,
    @Arg('outcome', () => DeliveryOutcome, {
      nullable: true,
      description: 'Those that outcomeCounts counts so.',
    })
    outcome: keyof typeof DeliveryOutcome | null,
    @Arg('orderBy', () => DeliveryOrder, { defaultValue: DeliveryOrder.NAME })
    orderBy: keyof typeof DeliveryOrder,
  ): Deliveries {
    const page = { first, after: after ?? null, of: { message: id } };
    const wish = { ...page, state: state ?? null, link: link ?? null, outcome: outcome ?? null, orderBy };
    return new DeliveryConnection(await findDeliveries(context, loggedIn(context), wish));
  }
}

@Resolver(() => Client)
export class ClientDeliveriesResolver {
  // From here one gets to what was written.
  @Scopes('MESSAGES_READ')
  @FieldResolver(() => DeliveryConnection, {
    description: 'What was sent to this client, and what became of it; newest first.',
  })
  async deliveries(
    @Root() { id }: Client,
    @Ctx() context: RequestContext,
    @Arg('first', () => Int, { defaultValue: 25 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Deliveries {
    const wish = { first, after: after ?? null, state: null, of: { client: id } };
    return new DeliveryConnection(await findDeliveries(context, loggedIn(context), wish));
  }

  @Scopes('MESSAGES_READ')
  @FieldResolver(() => DeliveryView, {
    nullable: true,
    description: 'The last of them. A whole page of clients costs one look.',
  })
  lastDelivery(@Root() { id }: Client, @Ctx() context: RequestContext): Promise<DeliveryView | null> {
    return lastDelivery(context, id);
  }
}
