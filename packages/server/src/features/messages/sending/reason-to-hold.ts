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
    return reason('RECIPIENT_INACTIVE', say().messages.thisClientIsDeactivatedReactivateThemThen);
  if (client.emailState === 'BOUNCED')
    return reason('RECIPIENT_UNDELIVERABLE', say().messages.mailToThisAddressCameBackCorrect);
  if (client.emailState === 'COMPLAINED')
    return reason('RECIPIENT_UNDELIVERABLE', say().messages.thisClientMarkedOurMailAsSpam);
  if (!usesLoginLink) return null;
  if (message.linksRevokedAt) return reason('LINKS_TAKEN_BACK', say().messages.youTookBackTheLoginLinks);
  if (isEmailProposed) return reason('EMAIL_CHANGE_PENDING', say().messages.aNewAddressOfThisClientWaits);
  if (access.link === 'NO')
    return reason('LINKS_REFUSED_BY_CLIENT', say().messages.thisClientAcceptsNoLoginLinksSend);
  return null;
}
