export { askFreshStep } from './ask-fresh-step.ts';
export { hasJustLoggedIn, proveByPassword, proveOwner } from './prove-owner.ts';
