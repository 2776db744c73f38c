export { newPasswordFaults } from './new-password-faults.ts';
export { hasJustLoggedIn, proveByPassword } from './prove-owner.ts';
export { reportFailedLogin } from './record-failed-login.ts';
export { verifyOrShed } from './verify-or-shed.ts';
