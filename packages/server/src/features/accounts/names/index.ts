export { emailFault, emailKey } from './email-address.ts';
export { firstUsername } from './first-username.ts';
export {
  fullNameInLetter,
  greeting,
  nameInLetter,
  practiceFault,
  practiceInLetter,
  tidied,
} from './names-in-letters.ts';
export { isTimeZone, nameFault } from './profile-faults.ts';
export { tryUsername } from './try-username.ts';
export { TYPED_MAX } from './typed-max.ts';
export { displayUsername, usernameFault, usernameKey } from './username.ts';
export { fold, foldedName } from './fold.ts';
