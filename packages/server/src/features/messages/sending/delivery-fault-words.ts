import type { MailFault } from '../../../platform/mail/mail-fault.ts';
import { say } from '../../../platform/language/say.ts';

const WORDS: Record<MailFault, () => string> = {
  ADDRESS: () => say().messages.theAddressTakesNoMailCorrect,
  CONTENT: () => say().messages.theMailWasTurnedAwayForWhat,
  REPUTATION: () => say().messages.theReadersMailServerTakesNoMail,
  ACCOUNT: () => say().messages.theMailProviderTurnedItAwayBecause,
  SERVER: () => say().messages.theReadersMailServerWasNotReached,
};

/** Why a mail did not arrive, in words for its coach, with those of whoever turned it away behind them. */
export function faultOfDelivery(fault: MailFault, told: string | null): string {
  return told ? `${WORDS[fault]()} (${told})` : WORDS[fault]();
}
