import { Field, ID, ObjectType } from 'type-graphql';
import { Client } from '../clients/index.ts';
import { Scopes } from '../../platform/graphql/api-scopes.ts';
import { connectionOf } from '../../platform/graphql/connection.types.ts';

/** Of a reply's text. */
export const MOST_LETTERS = 20_000;

@Scopes('MESSAGES_READ')
@ObjectType('Reply', {
  description:
    'What a client wrote back to a message by mail: the new text alone, with every login link cut out.',
})
export class ReplyView {
  @Field(() => ID)
  id!: string;

  @Field(() => Client, { description: 'Whom the message that they reply to was sent to.' })
  client!: Client;

  @Field(() => Date, { description: 'When it came in.' })
  at!: Date;

  @Field(() => String, {
    description: 'Plain text of at most 20,000 characters; [loginLink] where a login link or code stood.',
  })
  text!: string;

  @Field(() => [String], { description: 'Attachments are named and not kept.' })
  attachmentNames!: string[];

  @Field(() => Boolean, {
    description:
      'It came from another address than the message went to: most often another mailbox of the client, but somebody else may hold the mail.',
  })
  fromOtherAddress!: boolean;
}

export const ReplyConnection = connectionOf('Reply', () => ReplyView);
