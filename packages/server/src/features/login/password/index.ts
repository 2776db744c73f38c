export { newPasswordFaults } from './new-password-faults.ts';
export { reportFailedLogin } from './record-failed-login.ts';
export { verifyOrShed } from './verify-or-shed.ts';
