import { clientStateTexts as texts } from '@latchstring/texts/app/client-state';

type Status = { status: 'ACTIVE' | 'INACTIVE'; mayLogInWhileInactive: boolean };

/** Whether a client is active, and what a deactivated one may. */
export function clientStatusWords({ status, mayLogInWhileInactive }: Status): string {
  if (status === 'ACTIVE') return texts.active;
  return mayLogInWhileInactive ? texts.mayLook : texts.inactive;
}
