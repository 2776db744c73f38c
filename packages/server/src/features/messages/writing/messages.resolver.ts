import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Client, findOwnClients } from '../../clients/index.ts';
import { Access } from '../../../platform/graphql/access.ts';
import { Cost } from '../../../platform/graphql/cost.ts';
import { loggedIn, type RequestContext } from '../../../request-context.ts';
import { discardDraft, saveDraft } from './drafts.ts';
import { MAGIC_TAGS } from '@latchstring/message-language';
import { say } from '../../../platform/language/say.ts';
import { READS_A_TEXT } from './message-check.resolver.ts';
import { MagicTag, TemplateView } from './message-check.types.ts';
import { MessagesShown, MessageState } from './message-enums.types.ts';
import { MessageInput, MessageTemplateResult, SendMessageResult } from './message-result.types.ts';
import { countMessages, findMessages } from './find-messages.ts';
import { MessageConnection, MessageCounts, MessageView, Recipients } from './message.types.ts';
import { findOwnMessage, toView } from './read-messages.ts';
import { sendLoginLink } from './send-login-link.ts';
import { cancelScheduledMessage, sendMessage } from './send-message.ts';
import { deleteTemplate, findTemplates, saveTemplate } from './templates.ts';
import { sendTestMessage } from './test-message.ts';

@Resolver(() => MessageView)
export class MessagesResolver {
  @Access('COACH', { scopes: ['MESSAGES_READ'] })
  @Query(() => MessageView, {
    nullable: true,
    description: 'A message of this coach; null where there is none.',
  })
  async message(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
  ): Promise<MessageView | null> {
    const message = await findOwnMessage(context, loggedIn(context), id);
    return message && toView(message);
  }

  @Access('COACH', { scopes: ['MESSAGES_READ'] })
  @Query(() => MessageConnection, { description: "This coach's messages, newest first." })
  async messages(
    @Ctx() context: RequestContext,
    @Arg('first', () => Int, { defaultValue: 25 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('show', () => MessagesShown, { defaultValue: MessagesShown.ALL }) show: keyof typeof MessagesShown,
    @Arg('search', () => String, { nullable: true, description: 'In subjects, and in the names of readers.' })
    search: string | null,
    @Arg('state', () => MessageState, { nullable: true }) state: keyof typeof MessageState | null,
  ): Promise<InstanceType<typeof MessageConnection>> {
    const wish = { first, after: after ?? null, show, search: search ?? null, state: state ?? null };
    return new MessageConnection(await findMessages(context, loggedIn(context), wish));
  }

  @Access('COACH', { scopes: ['MESSAGES_READ'] })
  @Query(() => MessageCounts, { description: 'How many messages each list of this coach has.' })
  messageCounts(@Ctx() context: RequestContext): Promise<MessageCounts> {
    return countMessages(context, loggedIn(context));
  }

  @Access('COACH', { scopes: ['MESSAGES_READ'] })
  @Query(() => [TemplateView], { description: 'Those of this coach, by name.' })
  messageTemplates(@Ctx() context: RequestContext): Promise<TemplateView[]> {
    return findTemplates(context, loggedIn(context));
  }

  @Access('COACH', { scopes: ['MESSAGES_READ', 'MESSAGES_SEND'] })
  @Query(() => [MagicTag], { description: 'Every tag that a message may hold.' })
  magicTags(): MagicTag[] {
    return MAGIC_TAGS.map(({ name, example, allowedInSubject, takesFallback }) => ({
      name,
      description: say().magicTags[name],
      example,
      allowedInSubject,
      takesFallback,
    }));
  }

  @Access('COACH', { scopes: ['MESSAGES_SEND'] })
  @Cost(READS_A_TEXT)
  @Mutation(() => SendMessageResult, {
    description:
      'idempotencyKey: kept 24 h, per account, 1 to 255 printable characters. Same key and input: the same message. Same key, other input: InvalidInput. Two at once: one sends, both get it. draftId: the draft that this sends and removes.',
  })
  sendMessage(
    @Ctx() context: RequestContext,
    @Arg('input', () => MessageInput) input: MessageInput,
    @Arg('idempotencyKey', () => String, { nullable: true }) idempotencyKey: string | null,
    @Arg('draftId', () => ID, { nullable: true }) draftId: string | null,
  ): Promise<typeof SendMessageResult> {
    return sendMessage(context, loggedIn(context), {
      input,
      idempotencyKey: idempotencyKey ?? null,
      draftId: draftId ?? null,
    });
  }

  @Access('COACH', { scopes: ['MESSAGES_SEND'] })
  @Cost(READS_A_TEXT)
  @Mutation(() => SendMessageResult, {
    description:
      'Sends these clients the standard letter with a login link, which also says how to get one without you. Sent from the app it waits as every message does, and cancelScheduledMessage undoes it. idempotencyKey: as of sendMessage.',
  })
  sendLoginLink(
    @Ctx() context: RequestContext,
    @Arg('clientIds', () => [ID]) clientIds: string[],
    @Arg('idempotencyKey', () => String, { nullable: true }) idempotencyKey: string | null,
  ): Promise<typeof SendMessageResult> {
    return sendLoginLink(context, loggedIn(context), { clientIds, idempotencyKey: idempotencyKey ?? null });
  }

  @Access('COACH', { scopes: ['MESSAGES_SEND'] })
  @Cost(READS_A_TEXT)
  @Mutation(() => SendMessageResult, {
    description: 'version: of the draft as read; an older one is InvalidInput and overwrites nothing.',
  })
  saveDraft(
    @Ctx() context: RequestContext,
    @Arg('input', () => MessageInput) input: MessageInput,
    @Arg('id', () => ID, { nullable: true }) id: string | null,
    @Arg('version', () => Int, { nullable: true }) version: number | null,
  ): Promise<typeof SendMessageResult> {
    return saveDraft(context, loggedIn(context), { input, id: id ?? null, version: version ?? null });
  }

  @Access('COACH', { scopes: ['MESSAGES_SEND'] })
  @Mutation(() => Boolean, {
    description:
      'Removes a draft, or a message that was stopped before it went out. false: there is no such message.',
  })
  discardDraft(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<boolean> {
    return discardDraft(context, loggedIn(context), id);
  }

  @Access('COACH', { scopes: ['MESSAGES_SEND'] })
  @Mutation(() => SendMessageResult, { description: 'Also undoes a send of the app while it waits.' })
  cancelScheduledMessage(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
  ): Promise<typeof SendMessageResult> {
    return cancelScheduledMessage(context, loggedIn(context), id);
  }

  @Access('COACH', { scopes: ['MESSAGES_SEND'] })
  @Cost(READS_A_TEXT)
  @Mutation(() => SendMessageResult, {
    description: 'To the coach alone, tags filled from one client, the login link literal.',
  })
  sendTestMessage(
    @Ctx() context: RequestContext,
    @Arg('input', () => MessageInput) input: MessageInput,
    @Arg('asClientId', () => ID) asClientId: string,
  ): Promise<typeof SendMessageResult> {
    return sendTestMessage(context, loggedIn(context), { input, asClientId });
  }

  @Access('COACH', { scopes: ['MESSAGES_SEND'] })
  @Cost(READS_A_TEXT)
  @Mutation(() => MessageTemplateResult, {
    description: 'Keeps a text to begin messages with, or changes it.',
  })
  saveMessageTemplate(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { nullable: true }) id: string | null,
    @Arg('name', () => String) name: string,
    @Arg('subject', () => String) subject: string,
    @Arg('body', () => String) body: string,
  ): Promise<typeof MessageTemplateResult> {
    return saveTemplate(context, loggedIn(context), { id: id ?? null, name, subject, body });
  }

  @Access('COACH', { scopes: ['MESSAGES_SEND'] })
  @Mutation(() => Boolean, { description: 'False: there is none of this id.' })
  deleteMessageTemplate(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<boolean> {
    return deleteTemplate(context, loggedIn(context), id);
  }

  @FieldResolver(() => Recipients, {
    description: 'As chosen: for drafts and scheduled messages; who got it stands in deliveries.',
  })
  recipients(@Root() { chosen }: MessageView, @Ctx() context: RequestContext): Recipients {
    const viewer = loggedIn(context);
    return new Recipients(chosen, async () => {
      const clients = await findOwnClients(context, viewer, chosen.clientIds);
      return clients.map((client) => new Client(client, viewer.account.timeZone));
    });
  }
}
