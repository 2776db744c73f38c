import { AccessChangeLink } from './access-change-link.entity.ts';
import { type AccessChange, type Account } from '../accounts/index.ts';
import { hashToken } from '../../platform/random-token.ts';
import type { Mechanisms } from '../../request-context.ts';
import type { AccessChangeProblem } from './access-changes.types.ts';

export type FoundChange = AccessChange & { account: Account };

/** The change behind a token; null where there is none. Found only with the purpose it was made for. */
export async function findChange(
  { em }: Pick<Mechanisms, 'em'>,
  token: string,
  purpose: AccessChangeLink['purpose'],
): Promise<FoundChange | null> {
  const link = await em.findOne(
    AccessChangeLink,
    { tokenHash: hashToken(token), purpose },
    { populate: ['change', 'change.account.practice', 'change.askedByAccount'], refresh: true },
  );
  return link ? link.change : null;
}

/** Why this change does not wait any more; null while it does. */
export function problemOf(change: FoundChange | null, now: Date): keyof typeof AccessChangeProblem | null {
  if (!change) return 'EXPIRED';
  if (change.endedAs) return change.endedAs;
  return change.expiresAt && change.expiresAt <= now ? 'EXPIRED' : null;
}
