import { Field, ID, ObjectType } from 'type-graphql';
import { Client } from '../../clients/index.ts';
import { Scopes } from '../../../platform/graphql/api-scopes.ts';
import { connectionOf } from '../../../platform/graphql/connection.types.ts';
import { written } from '../../../settings/descriptions.ts';

/** Of a reply's text. */
export const MOST_CHARACTERS = 20_000;

@Scopes('MESSAGES_READ')
@ObjectType('Reply', {
  description:
    'What a client wrote back to a message by mail: the new text alone, with every login link cut out.',
})
export class ReplyView {
  @Field(() => ID, { description: 'Of the reply.' })
  id!: string;

  @Field(() => Client, { description: 'Whom the message that they reply to was sent to.' })
  client!: Client;

  @Field(() => Date, { description: 'When it came in.' })
  at!: Date;

  @Field(() => String, {
    description: `Plain text of at most ${written(MOST_CHARACTERS)} characters: every word of the client’s own. [loginLink] where a login link or code stood, [a letter about logging in] where a letter of the system’s, […] where what may be a secret of another kind.`,
  })
  text!: string;

  @Field(() => [String], { description: 'Attachments are named and not kept.' })
  attachmentNames!: string[];

  @Field(() => Boolean, {
    description:
      'It came from another address than the message went to: most often another mailbox of the client, but somebody else may hold the mail.',
  })
  fromOtherAddress!: boolean;

  @Field(() => Boolean, {
    description:
      'It may be somebody else’s, and is not to be shown as simply the client’s: no mail server vouches for its sender (SPF and DKIM), it looks like spam, or it came from another address. Nothing in it was compared with the account.',
  })
  doubtful!: boolean;

  @Field(() => Boolean, {
    description:
      'Its words are in a part that can’t be read: encrypted, or in a form of Outlook’s (winmail.dat). `text` is empty then.',
  })
  unreadable!: boolean;
}

export const ReplyConnection = connectionOf('Reply', () => ReplyView);
