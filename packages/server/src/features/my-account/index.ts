export { MyAccountResolver } from './my-account.resolver.ts';
export { PasswordRejected, UsernameTaken } from './my-account.types.ts';
export { newPasswordFaults } from './new-password-faults.ts';
