import { createUnionType, Field, ObjectType } from 'type-graphql';
import { InvalidInput, TooManyAttempts } from '../../../platform/graphql/user-errors.types.ts';

@ObjectType({
  description: 'Returned for every request that was taken: always the same words for the same kind.',
})
export class RecoveryRequested {
  @Field(() => String, {
    description:
      'What happens now, alike for what exists and what does not; in the language of whoever asks.',
  })
  message: string;

  constructor(message: string) {
    this.message = message;
  }
}

export const RecoveryResult = createUnionType({
  name: 'RecoveryResult',
  description: 'What was asked for, or a failure that says why not.',
  types: () => [RecoveryRequested, TooManyAttempts, InvalidInput] as const,
});
