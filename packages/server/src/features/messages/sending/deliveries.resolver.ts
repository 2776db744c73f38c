import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '../../../platform/graphql/access.ts';
import { Scopes } from '../../../platform/graphql/api-scopes.ts';
import { loggedIn, type RequestContext } from '../../../request-context.ts';
import { Client } from '../../clients/index.ts';
import {
  DeliveryConnection,
  DeliveryCounts,
  DeliveryState,
  DeliveryView,
  MessageView,
  SendMessageResult,
} from '../writing/index.ts';
import { countDeliveries } from './delivery-store.ts';
import { revokeLoginLinks } from './revoke-login-links.ts';
import { lastDelivery } from './last-delivery.ts';
import { findDeliveries } from './find-deliveries.ts';
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

  @FieldResolver(() => DeliveryCounts)
  deliveryCounts(@Root() { id }: MessageView, @Ctx() context: RequestContext): Promise<DeliveryCounts> {
    return countDeliveries(context, id);
  }

  @FieldResolver(() => Int, {
    description: 'How many deliveries there are; before the sending, how many were named.',
  })
  async recipientCount(@Root() { id, chosen }: MessageView, @Ctx() context: RequestContext): Promise<number> {
    const { queued, sent, delivered, bounced, failed, held } = await countDeliveries(context, id);
    return queued + sent + delivered + bounced + failed + held || chosen.clientIds.length;
  }

  @FieldResolver(() => DeliveryConnection, { description: "By the recipients' names." })
  async deliveries(
    @Root() { id }: MessageView,
    @Ctx() context: RequestContext,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('state', () => DeliveryState, { nullable: true }) state: keyof typeof DeliveryState | null,
  ): Deliveries {
    const wish = { first, after: after ?? null, state: state ?? null, of: { message: id } };
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
