import type { AccessEvent } from './access-event.entity.ts';
import { say } from '../../../platform/language/say.ts';

/** Who did it, as its owner reads it. */
export function actorWords({ actor, actorAccount }: Pick<AccessEvent, 'actor' | 'actorAccount'>): string {
  if (actor === 'OWNER') return say`You`;
  if (actor === 'SYSTEM') return say`The system`;
  return (actorAccount && `${actorAccount.firstName} ${actorAccount.lastName}`.trim()) || say`Your coach`;
}
