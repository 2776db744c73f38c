import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { freshStartAt, freshStartEmail, proposedEmail } from '../../access-changes/index.ts';
import type { RequestContext } from '../../../request-context.ts';
import { Client } from './client.types.ts';

/** What the coach asked for and what waits. A change that the client asked for themselves is not shown. */
@Resolver(() => Client)
export class ClientChangesResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Only what the coach proposed: it counts once the client has confirmed it.',
  })
  pendingEmail(@Root() { id }: Client, @Ctx() context: RequestContext): Promise<string | null> {
    return proposedEmail(context, id);
  }

  @FieldResolver(() => Date, { nullable: true, description: 'When a requested fresh start takes effect.' })
  freshStartAt(@Root() { id }: Client, @Ctx() context: RequestContext): Promise<Date | null> {
    return freshStartAt(context, id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where the invite of a requested fresh start will go.',
  })
  freshStartEmail(@Root() { id }: Client, @Ctx() context: RequestContext): Promise<string | null> {
    return freshStartEmail(context, id);
  }
}
