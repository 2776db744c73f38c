import { es } from './es/confirm-proof';
import { pick } from './locale';

const en = {
  password:
    'Your coach proposed this address, and your login is a while ago. Type your current password to confirm it.',
  noPassword:
    'Your coach proposed this address, and your login is a while ago. Have a login link mailed to the address you have had so far, log in with it on this device, and then open the link from the mail to the new address once more.',
  label: 'Current password',
  missing: 'Type your current password.',
  wrong: 'That is not your current password.',
  forgotten: 'Forgot it? Mail me a login link',
  mailLink: 'Mail me a login link',
  linkAsked: (email: string) =>
    `A login link is on its way to ${email}. Log in with it on this device, and then open the link from the mail to the new address once more.`,
  stepFirst: 'Your second step first',
  stepAgain: 'Try again',
};

export const confirmProofTexts = pick({ en, es });
