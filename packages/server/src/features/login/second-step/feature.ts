import { feature } from '../../../feature.ts';
import { Authenticator } from './authenticator.entity.ts';
import { RecoveryCode } from './recovery-code.entity.ts';
import { SecondStepChallenge } from './second-step-challenge.entity.ts';
import { SecondStepResolver } from './second-step.resolver.ts';

export const secondStep = feature({
  resolvers: [SecondStepResolver],
  entities: [Authenticator, RecoveryCode, SecondStepChallenge],
  purge: [({ em, clock }) => em.nativeDelete(SecondStepChallenge, { expiresAt: { $lte: clock.now() } })],
});
