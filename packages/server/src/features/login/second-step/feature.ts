import { feature } from '../../../feature.ts';
import { purgeOf } from '../../../purge.ts';
import { Authenticator } from './authenticator.entity.ts';
import { RecoveryCode } from './recovery-code.entity.ts';
import { SecondStepChallenge } from './second-step-challenge.entity.ts';
import { SecondStepResolver } from './second-step.resolver.ts';

export const secondStep = feature({
  resolvers: [SecondStepResolver],
  entities: [Authenticator, RecoveryCode, SecondStepChallenge],
  purge: [purgeOf('second_step_challenge', 'expires_at', ({ clock }) => clock.now())],
});
