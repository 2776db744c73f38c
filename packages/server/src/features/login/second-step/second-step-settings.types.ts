import { createUnionType, Field, ObjectType } from 'type-graphql';
import { PasskeyChallenge } from '../passkeys/index.ts';
import { SecondStepNeeded, CurrentPasswordWrong } from '../../accounts/index.ts';
import { InvalidInput, TooManyAttempts } from '../../../platform/graphql/user-errors.types.ts';

@ObjectType({
  description: 'Returned when an authenticator app may take the secret; confirmAuthenticator turns it on.',
})
export class AuthenticatorSetUp {
  @Field(() => String, { description: 'otpauth URI, for the QR code.' })
  uri: string;

  @Field(() => String, { description: 'The secret in base32, for typing in. Shown here alone.' })
  secret: string;

  constructor(uri: string, secret: string) {
    this.uri = uri;
    this.secret = secret;
  }
}

@ObjectType({
  description: 'Returned when there are new recovery codes. Shown here alone: at rest they are hashed.',
})
export class RecoveryCodes {
  @Field(() => [String], { description: 'Each stands in for the second step once. Those before are dead.' })
  codes: string[];

  constructor(codes: string[]) {
    this.codes = codes;
  }
}

export const AddPasskeyResult = createUnionType({
  name: 'AddPasskeyResult',
  description: 'What was asked for, or a failure that says why not.',
  types: () => [PasskeyChallenge, SecondStepNeeded, CurrentPasswordWrong, TooManyAttempts] as const,
});

export const AuthenticatorResult = createUnionType({
  name: 'AuthenticatorResult',
  description: 'What was asked for, or a failure that says why not.',
  types: () => [AuthenticatorSetUp, SecondStepNeeded, CurrentPasswordWrong, TooManyAttempts] as const,
});

export const RecoveryCodesResult = createUnionType({
  name: 'RecoveryCodesResult',
  description: 'What was asked for, or a failure that says why not.',
  types: () => [RecoveryCodes, SecondStepNeeded, InvalidInput, TooManyAttempts] as const,
});
