import { accessOf } from '../../accounts/index.ts';
import { say } from '../../../platform/language/say.ts';
import type { FoundProblem } from '../writing/index.ts';

interface Facts {
  client: Parameters<typeof accessOf>[0];
  message: { linksRevokedAt?: Date | null | undefined };
  usesLoginLink: boolean;
  isEmailProposed: boolean;
}

type Reason = Pick<FoundProblem, 'kind'> & { words: string };

/** Why this mail does not go to this client as things stand, in words for the coach; null: it may. */
export function reasonToHold({ client, message, usesLoginLink, isEmailProposed }: Facts): Reason | null {
  const reason = (kind: Reason['kind'], words: string) => ({ kind, words });
  const access = accessOf(client);
  if (access.entry === 'NO')
    return reason('RECIPIENT_INACTIVE', say`This client is deactivated. Reactivate them, then retry.`);
  if (client.emailState === 'BOUNCED')
    return reason(
      'RECIPIENT_UNDELIVERABLE',
      say`Mail to this address came back. Correct it or try it again, then retry.`,
    );
  if (client.emailState === 'COMPLAINED')
    return reason('RECIPIENT_UNDELIVERABLE', say`This client marked our mail as spam. Call them.`);
  if (!usesLoginLink) return null;
  if (message.linksRevokedAt)
    return reason(
      'LINKS_TAKEN_BACK',
      say`You took back the login links of this message. Write a new one to send a link.`,
    );
  if (isEmailProposed)
    return reason(
      'EMAIL_CHANGE_PENDING',
      say`A new address of this client waits for their confirmation. Until then no login link goes from you. Retry after that.`,
    );
  if (access.link === 'NO')
    return reason(
      'LINKS_REFUSED_BY_CLIENT',
      say`This client accepts no login links. Send the message without [loginLink].`,
    );
  return null;
}
