import { es } from './es/second-step';
import { pick } from './locale';

const en = {
  title: 'Second step',
  heading: 'One more step',
  intro: (time: string) => `This account is protected by a second step. You have until ${time}.`,
  usePasskey: 'Use your passkey',
  or: 'Or type the code',
  code: 'Code from your authenticator app',
  codeHint: 'Six digits. Your app shows new ones every half minute.',
  codeMissing: 'Type the six digits that your app shows now.',
  recoveryCode: 'Recovery code',
  recoveryHint: 'One of the codes you kept when you set this up. Each works once.',
  recoveryMissing: 'Type one of your recovery codes.',
  goOn: 'Go on',
  useRecovery: 'Use a recovery code instead',
  useApp: 'Use the authenticator app instead',
  wrong: 'That is not right, or it was used already. A code of your app works for half a minute, and once.',
  wrongRecovery: 'That is none of your recovery codes, or it was used already.',
  wrongPasskey: 'This passkey is none of this account. Try another one.',
  closed: 'The passkey was not used. You can try again.',
  impossible: 'This browser can’t use a passkey here.',
  tooMany: (time: string) =>
    `Too many wrong tries for this account. You can try again at ${time}. Was it not you? Then somebody knows your password: log in with a passkey or wait, and set a new one.`,
  dead: 'This took too long, or it was finished elsewhere.',
  logInAgain: 'Log in again',
  lost: 'Lost phone, app and codes? Ask whoever runs this service for your practice: they can let you in again.',
  otherWay: 'Log in another way',
};

export const secondStepTexts = pick({ en, es });
