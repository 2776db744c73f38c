import { isObjectType, type GraphQLSchema } from 'graphql';

/** What an argument of this name is, wherever it stands. */
const WORDS: Record<string, string> = {
  access: 'What the client may do from now on.',
  after: 'A cursor of this list, in this order: what stands behind it. Left out: from the beginning.',
  asClientId: 'Whose values fill the tags; the login link stays literal.',
  assertion: 'What navigator.credentials.get gave, as JSON text.',
  attestation: 'What navigator.credentials.create gave, as JSON text.',
  body: 'HTML, with magic tags.',
  challenge: 'As it was handed out.',
  clientId: 'Of a client of yours.',
  clientIds: 'Of clients of yours.',
  currentPassword: 'Needed where the last login of this session is not recent: CurrentPasswordWrong says so.',
  draftId: 'The draft that this was: it is gone once the message is taken.',
  email: 'One address.',
  first: 'How many at most.',
  idempotencyKey:
    '1 to 255 printable characters of your own: for a day, the same key and input are done once and answered alike.',
  ids: 'Of clients of yours.',
  input: 'What is written.',
  invite: 'Mails each of them an invite at once.',
  keepApiTokens: 'API tokens go on; else they end.',
  keepPasskeys: 'Passkeys go on; else they end.',
  mayLogIn: 'They may still log in and look.',
  messageId: 'Of a message of yours.',
  name: 'For its owner to know it by.',
  newPassword: 'As its owner types it: never trimmed.',
  onDuplicateEmail: 'What to do where a client of yours has an address already.',
  orderBy: 'In which order.',
  password: 'As its owner types it: never trimmed.',
  policy: 'What login links of this account ask for from now on.',
  rows: 'One for each person.',
  scopes: 'What the token may do, and nothing else.',
  show: 'Which of them.',
  state: 'Only those in this state.',
  status: 'Only those of this status.',
  subject: 'One line.',
  token: 'As it stands behind the # of the mailed link.',
  username: 'In any case, and with or without spaces around it.',
  version: 'Of the draft as it was read: an older one never overwrites a newer one.',
};

/** Where it says more to say which one. */
const IN_PLACE: Record<string, Record<string, string>> = {
  cancelFreshStart: { id: 'Of the client.' },
  cancelScheduledMessage: { id: 'Of the message.' },
  client: { id: 'Of a client of yours.' },
  completeSecondStep: { code: 'The six digits of the app, or a recovery code.' },
  confirmAuthenticator: { code: 'The six digits that the app shows.' },
  deactivateClient: { id: 'Of a client of yours.' },
  deleteClient: { id: 'Of a client of yours.' },
  deleteMessageTemplate: { id: 'Of the template.' },
  discardDraft: { id: 'Of a draft, or of a message that was stopped.' },
  inviteClient: { id: 'Of a client of yours.' },
  message: { id: 'Of a message of yours.' },
  reactivateClient: { id: 'Of a client of yours.' },
  redeemLoginCode: { code: 'From the letter; case, spaces and dashes are ignored.' },
  removePasskey: { id: 'Of the passkey.' },
  renamePasskey: { id: 'Of the passkey.' },
  requestFreshStart: { id: 'Of a client of yours.', email: 'The address at which they start over.' },
  retryDelivery: { id: 'Of the delivery.' },
  revokeApiToken: { id: 'Of the token.' },
  revokeSession: { id: 'Of the session.' },
  saveDraft: { id: 'Of the draft. Left out: a new one.' },
  saveMessageTemplate: { id: 'Of the template. Left out: a new one.' },
  setClientAccess: { id: 'Of a client of yours.' },
  updateClient: { id: 'Of a client of yours.', input: 'What changes.' },
  updateMyProfile: { input: 'What changes.' },
  addClient: { input: 'Whom to add.' },
};

/** Says what each argument is that does not say so itself: most of them recur, and are said once. */
export function describeArguments(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields()))
      for (const argument of field.args)
        argument.description ??= IN_PLACE[field.name]?.[argument.name] ?? WORDS[argument.name];
  }
}
