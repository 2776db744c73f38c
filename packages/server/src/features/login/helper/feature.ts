import { feature } from '../../../feature.ts';
import { job } from '../../../job.ts';
import { letterJob } from '../../letters/index.ts';
import { LoginHelperResolver } from './login-helper.resolver.ts';
import { lookUpByEmail, lookUpByLink, lookUpByUsername } from './look-up.ts';
import { mailHelpLetter } from './mail-help-letter.ts';
import { helpLetterQueue, linkByUsernameQueue, renewalQueue, usernamesByEmailQueue } from './queues.ts';

/** For whoever forgot username or password. */
export const helper = feature({
  resolvers: [LoginHelperResolver],
  jobs: [
    job(usernamesByEmailQueue, lookUpByEmail),
    job(linkByUsernameQueue, lookUpByUsername),
    job(renewalQueue, lookUpByLink),
    letterJob(helpLetterQueue, mailHelpLetter),
  ],
});
