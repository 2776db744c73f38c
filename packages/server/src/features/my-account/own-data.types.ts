import { createUnionType, Field, ObjectType } from 'type-graphql';
import { CurrentPasswordWrong, SecondStepNeeded } from '../accounts/index.ts';
import { InvalidInput, TooManyAttempts } from '../../platform/graphql/user-errors.types.ts';

@ObjectType({ description: 'All that is kept about the account that asks.' })
export class OwnData {
  @Field(() => String, { description: 'For the file it is saved as.' })
  fileName: string;

  @Field(() => String, {
    description: 'JSON text. Holds no password, link, code or token, nor what stands for one.',
  })
  json: string;

  constructor(fileName: string, json: string) {
    this.fileName = fileName;
    this.json = json;
  }
}

export const ExportMyDataResult = createUnionType({
  name: 'ExportMyDataResult',
  description: 'What was asked for, or a failure that says why not.',
  types: () => [OwnData, SecondStepNeeded, CurrentPasswordWrong, TooManyAttempts, InvalidInput] as const,
});
