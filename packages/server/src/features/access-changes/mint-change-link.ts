import { AccessChangeLink } from './access-change-link.entity.ts';
import { hashToken, randomToken } from '../../platform/random-token.ts';
import type { Mechanisms } from '../../request-context.ts';

// As of login links: 128 bits, 22 characters.
const TOKEN_BYTES = 16;

const PAGES = { CONFIRM: '/account/email', STOP: '/stop' };

/** Makes the link of one letter; every one of a change stays good while the change waits. */
export async function mintChangeLink(
  { em, clock, publicUrl }: Pick<Mechanisms, 'em' | 'clock' | 'publicUrl'>,
  changeId: string,
  purpose: AccessChangeLink['purpose'],
): Promise<string> {
  const token = randomToken(TOKEN_BYTES);
  await em.insert(AccessChangeLink, {
    tokenHash: hashToken(token),
    purpose,
    change: changeId,
    createdAt: clock.now(),
  });
  return `${publicUrl}${PAGES[purpose]}#${token}`;
}
