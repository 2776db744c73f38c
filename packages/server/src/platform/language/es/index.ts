import { accessChanges } from './access-changes.ts';
import { accounts } from './accounts.ts';
import { clients } from './clients.ts';
import { letters } from './letters.ts';
import { login } from './login.ts';
import { loginHelpReport } from './login-help-report.ts';
import { loginHelper } from './login-helper.ts';
import { loginLinks } from './login-links.ts';
import { messages } from './messages.ts';
import { myAccount } from './my-account.ts';
import { passwords } from './passwords.ts';
import { platform } from './platform.ts';
import { replies } from './replies.ts';

/** Spanish under the English words, as `say` is called with them: values are numbered in the order of the English. */
export const spanish: Readonly<Record<string, string>> = {
  ...accessChanges,
  ...accounts,
  ...clients,
  ...login,
  ...letters,
  ...loginHelpReport,
  ...loginHelper,
  ...loginLinks,
  ...messages,
  ...myAccount,
  ...passwords,
  ...platform,
  ...replies,
};
