import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Account } from '../../accounts/index.ts';
import { ClientAccess, ClientStatus, EmailState, OnDuplicateEmail } from './client-lists.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.types.ts';
import { InvalidInput, TooManyAttempts, UserError } from '../../../platform/graphql/user-errors.types.ts';
import { Scopes } from '../../../platform/graphql/api-scopes.ts';
import { say } from '../../../platform/language/say.ts';
import { nameLengths } from '../../../settings/settings.ts';

@Scopes('CLIENTS_READ')
@ObjectType({
  description:
    "A client as the coach sees it. It has no username and no password: those are the client's own.",
})
export class Client {
  // An id says nothing of anybody: whoever adds a client, or writes to one, may tell which it was.
  @Scopes('CLIENTS_READ', 'CLIENTS_WRITE', 'MESSAGES_READ', 'MESSAGES_SEND')
  @Field(() => ID, { description: 'Of the client.' })
  id: string;

  @Field(() => String, { description: 'May be empty.' })
  firstName: string;

  @Field(() => String, { description: 'May be empty.' })
  lastName: string;

  @Field(() => String, { description: 'Where your messages go; as typed.' })
  email: string;

  @Field(() => EmailState, { description: 'What bounces and complaints have told about it.' })
  emailState: keyof typeof EmailState;

  @Field(() => String, { description: 'IANA name. The coach’s own where the client has none.' })
  timeZone: string;

  @Field(() => String, { description: 'The language of their letters: en or es.' })
  locale: string;

  @Field(() => ClientStatus, { description: 'Whether the client is active.' })
  status: keyof typeof ClientStatus;

  @Field(() => ClientAccess, { description: 'Both of the next in one.' })
  access: keyof typeof ClientAccess;

  @Field(() => Boolean, { description: 'For an inactive client: may still log in, read-only.' })
  mayLogInWhileInactive: boolean;

  @Field(() => Boolean, { description: 'Has logged in at least once, by any way.' })
  isRegistered: boolean;

  @Field(() => Int, { description: 'By any way, since the account is there.' })
  loginCount: number;

  @Field(() => Date, { nullable: true, description: 'By any way. Null: never.' })
  lastLoginAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When the last invite of yours was made. Null: you have sent none.',
  })
  invitedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'An invite that inviteClients queued goes then; until then undoInvites takes it back.',
  })
  inviteDueAt: Date | null;

  @Field(() => Date, { description: 'When you added the client.' })
  createdAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'Deleted for good from then on, unless reactivated before.',
  })
  deleteAt: Date | null;

  constructor(account: Account, coachTimeZone: string) {
    this.id = account.id;
    this.firstName = account.firstName;
    this.lastName = account.lastName;
    this.email = account.email;
    this.emailState = account.emailState;
    this.timeZone = account.timeZone ?? coachTimeZone;
    this.locale = account.locale;
    this.status = account.status;
    this.access =
      account.status === 'ACTIVE' ? 'ACTIVE' : account.mayLogInWhileInactive ? 'READ_ONLY' : 'NONE';
    this.mayLogInWhileInactive = account.mayLogInWhileInactive;
    this.isRegistered = account.registeredAt != null;
    this.loginCount = account.loginCount;
    this.lastLoginAt = account.lastLoginAt ?? null;
    this.invitedAt = account.invitedAt ?? null;
    this.inviteDueAt = account.inviteDueAt ?? null;
    this.createdAt = account.createdAt;
    this.deleteAt = account.deleteAt ?? null;
  }
}

export const ClientConnection = connectionOf('Client', () => Client);

@InputType({ description: 'Somebody new.' })
export class AddClientInput {
  @Field(() => String, { description: `At most ${nameLengths.person} characters. May be empty.` })
  firstName!: string;

  @Field(() => String, { description: `At most ${nameLengths.person} characters. May be empty.` })
  lastName!: string;

  @Field(() => String, { description: 'One that a mail server takes.' })
  email!: string;

  @Field(() => String, { nullable: true, description: 'IANA name. Left out: the coach’s.' })
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'Of their letters: en or es. Left out: yours.' })
  locale?: string | null;

  @Field(() => Boolean, { defaultValue: true, description: 'Mails an invite at once.' })
  invite!: boolean;

  @Field(() => OnDuplicateEmail, {
    defaultValue: OnDuplicateEmail.ASK,
    description: 'Where a client of yours has this address already.',
  })
  onDuplicateEmail!: keyof typeof OnDuplicateEmail;
}

@InputType({ description: 'What is left out stays as it is.' })
export class UpdateClientInput {
  @Field(() => String, { nullable: true, description: 'May be empty.' })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'May be empty.' })
  lastName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of a registered client it is a proposal, which only they can confirm: see pendingEmail.',
  })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA name.' })
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'Of their letters: en or es.' })
  locale?: string | null;

  @Field(() => OnDuplicateEmail, {
    defaultValue: OnDuplicateEmail.ASK,
    description: 'Where another client of yours has this address already.',
  })
  onDuplicateEmail!: keyof typeof OnDuplicateEmail;
}

@Scopes('ANY')
@ObjectType({ description: 'Returned when the change was made.' })
export class ClientSaved {
  @Field(() => Client, { description: 'As it is now.' })
  client: Client;

  constructor(client: Client) {
    this.client = client;
  }
}

@Scopes('ANY')
@ObjectType({
  implements: UserError,
  description: 'Returned when clients of yours have this address already; nobody was added or changed.',
})
export class DuplicateEmail extends UserError {
  @Field(() => [Client], { description: 'Those of yours who have it.' })
  clients: Client[];

  constructor(clients: Client[]) {
    const inactive = clients.some(({ status }) => status === 'INACTIVE');
    super(inactive ? say().clients.aDeactivatedClientOfYours : say().clients.aClientOfYoursHasThisAddress);
    this.clients = clients;
  }
}

export const ClientResult = createUnionType({
  name: 'ClientResult',
  description: 'What was asked for, or a failure that says why not.',
  types: () => [ClientSaved, InvalidInput, DuplicateEmail, TooManyAttempts] as const,
});
