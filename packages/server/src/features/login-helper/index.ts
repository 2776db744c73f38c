export { LoginHelperResolver } from './login-helper.resolver.ts';
export { mailLinkByUsername, mailRenewal } from './mail-login-link.ts';
export { mailUsernames } from './mail-usernames.ts';
export { linkByUsernameQueue, renewalQueue, usernamesByEmailQueue } from './queues.ts';
