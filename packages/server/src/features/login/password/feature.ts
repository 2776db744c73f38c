import { feature } from '../../../feature.ts';
import { job } from '../../../job.ts';
import { PasswordResolver } from './password.resolver.ts';
import { failedLoginQueue, recordFailedLogin } from './record-failed-login.ts';

export const password = feature({
  resolvers: [PasswordResolver],
  jobs: [job(failedLoginQueue, recordFailedLogin)],
});
