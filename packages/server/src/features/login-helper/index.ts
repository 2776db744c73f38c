export { LoginHelperResolver } from './login-helper.resolver.ts';
export { lookUpByEmail, lookUpByLink, lookUpByUsername } from './look-up.ts';
export { mailHelpLetter } from './mail-help-letter.ts';
export { helpLetterQueue, linkByUsernameQueue, renewalQueue, usernamesByEmailQueue } from './queues.ts';
