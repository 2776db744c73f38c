import type { CheckState, LoginHelpAction, LoginHelpCheckKind } from '@latchstring/operations';
import { es } from './es/login-help';
import { pick } from './locale';

const en = {
  title: (name: string) => `Can ${name} log in?`,
  checks: 'What was looked at',
  kinds: {
    ACTIVE: 'Access',
    REGISTERED: 'Came in before',
    EMAIL_DELIVERABLE: 'Email address',
    LINK_POLICY: 'Login links',
    THROTTLED: 'Waiting time',
    FAILED_PASSWORDS: 'Wrong passwords',
    LAST_LINK: 'What you sent last',
    LAST_HELPER_REQUEST: 'Asked the login helper',
  } satisfies Record<LoginHelpCheckKind, string>,
  states: {
    PROBLEM: 'Problem',
    WARNING: 'Look at this',
    UNKNOWN: 'Not known',
    OK: 'Fine',
  } satisfies Record<CheckState, string>,
  actions: {
    REACTIVATE: 'Reactivate',
    ALLOW_ACCESS: 'Let them log in and look',
    SEND_LOGIN_LINK: 'Send login link',
    RESEND_INVITE: 'Mail an invitation',
    FIX_EMAIL: 'Correct the email address',
    WAIT: 'Look again',
    CALL_THE_CLIENT: 'Look again',
    NONE: 'Look again',
  } satisfies Record<LoginHelpAction, string>,
  allowed: 'They may log in and look again.',
  notCounted: (name: string) =>
    `Tries count only from a browser that ${name} has logged in with before, and days are all that is told: so nobody can test a username by watching this page. Other tries are not counted here.`,
  again: 'Look again',
};

export const loginHelpTexts = pick({ en, es });
