import type { MailFault } from '../../../platform/mail/mail-fault.ts';
import { say } from '../../../platform/language/say.ts';

const WORDS: Record<MailFault, () => string> = {
  ADDRESS: () => say`The address takes no mail. Correct it, or try it again.`,
  CONTENT: () => say`The mail was turned away for what it says. Change the text and write again.`,
  REPUTATION: () =>
    say`The reader’s mail server takes no mail of this site at the moment. The address may be good: try again later, and tell whoever runs the site.`,
  ACCOUNT: () =>
    say`The mail provider turned it away because of this site’s account there. Tell whoever runs the site, then try again.`,
  SERVER: () =>
    say`The reader’s mail server was not reached for hours. The address may be good: try again later.`,
};

/** Why a mail did not arrive, in words for its coach, with those of whoever turned it away behind them. */
export function faultOfDelivery(fault: MailFault, told: string | null): string {
  return told ? `${WORDS[fault]()} (${told})` : WORDS[fault]();
}
