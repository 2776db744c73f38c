export { askAgain, askSecondStep, answerSecondStep } from './ask-second-step.ts';
export { Authenticator } from './authenticator.entity.ts';
export { endSecondSteps, tidySecondSteps } from './end-second-steps.ts';
export { openSessionOrAskSecondStep, answerLogin } from './open-or-ask.ts';
export { RecoveryCode } from './recovery-code.entity.ts';
export { removeSecondSteps, removeUnreadableSecondSteps } from './remove-second-steps.ts';
export { AddPasskeyResult } from './second-step-settings.types.ts';
export { refuseMissingKeys } from './unreadable-apps.ts';
