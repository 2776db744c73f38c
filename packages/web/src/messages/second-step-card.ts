import { es } from './es/second-step-card';
import { pick } from './locale';

const en = {
  card: 'Second step',
  off: 'With a second step, nobody gets in with your password, a login link or a code alone: they also need a code from an app on your phone.',
  on: 'Your password, a login link or a code is only half a login. The other half is:',
  methods: {
    PASSKEY: 'one of your passkeys',
    AUTHENTICATOR: 'your authenticator app',
    RECOVERY_CODE: (left: number) =>
      left === 1 ? 'your last recovery code' : `one of ${left} recovery codes`,
  },
  noCodes: 'You have no recovery codes left. Without them, a lost device locks you out.',
  setUp: 'Set up an authenticator app',
  setUpAgain: 'Set up another app instead',
  scanTitle: 'Scan this with your app',
  scan: 'Any authenticator app will do. It then shows six digits, new ones every half minute.',
  qr: 'QR code for your authenticator app',
  byHand: 'No camera at hand? Type this key into the app:',
  key: 'the key',
  copy: 'Copy',
  code: 'Six digits from the app',
  codeMissing: 'Type the six digits that your app shows now.',
  confirm: 'Turn on',
  cancel: 'Cancel',
  codesTitle: 'Your recovery codes',
  codesText:
    'Each of these stands in for your second step once, when phone or app are lost. This page shows them only now: print them, or keep them where you keep your papers.',
  codesCopy: 'Copy all',
  codesAbout: 'recovery codes',
  codesSave: 'Save as a file',
  codesFile: 'recovery-codes.txt',
  kept: 'I have kept them',
  done: 'Your second step is on. From now on each login asks for it.',
  newCodes: 'Make new recovery codes',
  newCodesQuestion: 'The ones you have now stop working. Go on?',
  newCodesYes: 'Yes, make new ones',
  remove: 'Remove the authenticator app',
  removeQuestion: 'Your logins will take one step again, unless you have a passkey as a coach. Go on?',
  removeYes: 'Yes, remove it',
  no: 'Leave it as it is',
  removed: 'The authenticator app is removed.',

  ends: (what: string) => `End ${what} too`,
  endsHint:
    'Better so if somebody else may have got in. If you have just forgotten your password, you can keep them.',
  endsPasskeys: (count: number) => (count === 1 ? 'your passkey' : `your ${count} passkeys`),
  endsStep: 'your second step',
  and: (a: string, b: string) => `${a} and ${b}`,
};

export const secondStepCardTexts = pick({ en, es });
