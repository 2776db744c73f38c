export { noteInvited } from './note-invited.ts';
export { noteLastLinks } from './note-last-links.ts';
export { noteWaitingChanges } from './note-waiting-changes.ts';
export { forgetWrongPasswordsIn, noteWrongPasswords } from './note-wrong-passwords.ts';
