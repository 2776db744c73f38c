import type { AccessEvent } from './access-event.entity.ts';
import { say } from '../../../platform/language/say.ts';

/** Who did it, as its owner reads it. */
export function actorWords({ actor, actorAccount }: Pick<AccessEvent, 'actor' | 'actorAccount'>): string {
  if (actor === 'OWNER') return say().accounts.you;
  if (actor === 'SYSTEM') return say().accounts.theSystem;
  return (
    (actorAccount && `${actorAccount.firstName} ${actorAccount.lastName}`.trim()) ||
    say().accessChanges.yourCoach
  );
}
