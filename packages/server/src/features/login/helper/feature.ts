import { feature } from '../../../feature.ts';
import { job, type Job } from '../../../job.ts';
import { letterJob } from '../../letters/index.ts';
import { LoginHelperResolver } from './login-helper.resolver.ts';
import { lookUpByEmail, lookUpByLink, lookUpByUsername } from './look-up.ts';
import { mailHelpLetter } from './mail-help-letter.ts';
import { helpLetterQueue, linkByUsernameQueue, renewalQueue, usernamesByEmailQueue } from './queues.ts';

/** What was asked for with what somebody typed is dropped once a link of that moment would be over. */
const life: Job['life'] = ({ loginLinkLifeMs }) => loginLinkLifeMs.helper;

/** For whoever forgot username or password. */
export const helper = feature({
  resolvers: [LoginHelperResolver],
  jobs: [
    { ...job(usernamesByEmailQueue, lookUpByEmail), life },
    { ...job(linkByUsernameQueue, lookUpByUsername), life },
    job(renewalQueue, lookUpByLink),
    { ...letterJob(helpLetterQueue, mailHelpLetter), life },
  ],
});
