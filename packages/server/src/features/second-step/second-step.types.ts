import { Field, ObjectType, registerEnumType } from 'type-graphql';

export const SecondStep = {
  PASSKEY: 'PASSKEY',
  AUTHENTICATOR: 'AUTHENTICATOR',
  RECOVERY_CODE: 'RECOVERY_CODE',
} as const;
registerEnumType(SecondStep, {
  name: 'SecondStep',
  valuesConfig: {
    PASSKEY: { description: 'A passkey of this account.' },
    AUTHENTICATOR: { description: 'The six digits of an authenticator app (RFC 6238).' },
    RECOVERY_CODE: { description: 'One of the codes that were shown once; each works once.' },
  },
});

@ObjectType({
  description:
    'Returned when the account has a second step: finish with completeSecondStep. Nothing is logged in yet; where somebody is, nothing is changed yet, and the change can be made again afterwards.',
})
export class SecondStepNeeded {
  @Field(() => String, { description: 'Works once, in this browser alone, until expiresAt.' })
  challenge: string;

  @Field(() => [SecondStep])
  methods: (keyof typeof SecondStep)[];

  @Field(() => String, { nullable: true, description: 'For PASSKEY, options for the browser as JSON text.' })
  passkeyOptions: string | null;

  @Field(() => Date)
  expiresAt: Date;

  constructor({ challenge, methods, passkeyOptions, expiresAt }: SecondStepNeeded) {
    this.challenge = challenge;
    this.methods = methods;
    this.passkeyOptions = passkeyOptions;
    this.expiresAt = expiresAt;
  }
}
