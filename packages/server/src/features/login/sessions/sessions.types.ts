import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Scopes } from '../../../platform/graphql/api-scopes.ts';
import { LAST_USE_EXACT_TO } from '../../../settings/descriptions.ts';

const LoginMethod = {
  PASSWORD: 'PASSWORD',
  LOGIN_LINK: 'LOGIN_LINK',
  LOGIN_CODE: 'LOGIN_CODE',
  PASSKEY: 'PASSKEY',
} as const;
registerEnumType(LoginMethod, {
  name: 'LoginMethod',
  description: 'How somebody got in.',
  valuesConfig: {
    PASSWORD: { description: 'Username and password.' },
    LOGIN_LINK: { description: 'A login link or an invite.' },
    LOGIN_CODE: { description: 'A login code, beside the link in a letter of the login helper.' },
    PASSKEY: { description: 'A passkey.' },
  },
});

@Scopes('ACCOUNT_READ')
@ObjectType('Session', { description: 'A login that lasts, on one device.' })
export class SessionView {
  @Field(() => ID, { description: 'For revokeSession.' })
  id!: string;

  @Field(() => Boolean, { description: 'The one that asks.' })
  current!: boolean;

  @Field(() => String, { description: 'In words: Firefox on Windows.' })
  device!: string;

  @Field(() => LoginMethod, { description: 'The way in that opened it.' })
  method!: keyof typeof LoginMethod;

  @Field(() => Date, { description: 'When it was opened.' })
  createdAt!: Date;

  @Field(() => Date, { description: `To ${LAST_USE_EXACT_TO}.` })
  lastSeenAt!: Date;

  @Field(() => Date, { description: 'When it ends by itself, unless it is used before.' })
  expiresAt!: Date;
}
