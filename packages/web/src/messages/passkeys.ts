import { es } from './es/passkeys';
import { pick } from './locale';

const en = {
  card: 'Passkeys',
  explained:
    'A passkey logs you in with your fingerprint, your face or your device’s own lock. There is nothing to remember, so nothing can be forgotten.',
  coachNote:
    'As a coach you are protected more strictly: once you have a passkey, your password and login links also ask for it.',
  none: 'You have no passkey yet.',
  impossible: 'This browser can’t use passkeys here. On another device you can add one.',
  name: 'Name',
  nameHint: 'So that you know it again in this list.',
  nameMissing: 'Give it a name, such as the device you are on.',
  add: 'Add a passkey',
  added: (name: string) => `${name} is added. Next time choose “Log in with a passkey”.`,
  addedOn: (day: string) => `Added ${day}`,
  neverUsed: 'not used yet',
  lastUsed: (day: string) => `last used ${day}`,
  rename: 'Rename',
  newName: 'New name',
  renameDone: 'Save name',
  renameNot: 'Keep the old one',
  renamed: (name: string) => `It is called ${name} now.`,
  remove: (name: string) => `Remove ${name}`,
  removeQuestion: (name: string) => `${name} will not log you in any more. Go on?`,
  removeYes: 'Yes, remove it',
  removeNo: 'Keep it',
  removed: (name: string) => `${name} is removed. Your device may go on offering it; delete it there too.`,
  closed: 'The passkey was not made. You can try again.',
  alreadyHere: 'This device has a passkey of your account already. It is in the list.',
  notMade: 'This device couldn’t make a passkey. Another device or browser may.',
  tooLate: 'That took too long. Please try again.',
  stepFirst: 'Your second step first',
  stepAgain: 'Try again',
  currentNeeded: 'It is a while since you logged in, so please type your current password.',
  codesNow:
    'Make recovery codes now, in “Second step” on this page: without them, a lost device locks you out.',

  offerTitle: 'Next time, nothing to remember',
  offerText:
    'Add a passkey on this device, and you log in with your fingerprint, your face or its lock: no username, no password, no mail.',
  notNow: 'Not now',

  devices: {
    iphone: 'iPhone',
    ipad: 'iPad',
    android: 'Android device',
    mac: 'Mac',
    windows: 'Windows computer',
    other: 'This device',
  },
};

export const passkeysTexts = pick({ en, es });
