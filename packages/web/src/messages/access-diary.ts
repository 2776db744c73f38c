import type { AccessEventKind } from '@latchstring/operations';
import { es } from './es/access-diary';
import { pick } from './locale';

const kinds: Record<AccessEventKind, string> = {
  LOGGED_IN: 'Logged in',
  LOGIN_FAILED: 'Somebody typed a wrong password or code',
  LOGGED_OUT: 'Logged out',
  USERNAME_REQUESTED: 'Somebody asked for your username; it was mailed to you',
  LOGIN_LINK_REQUESTED: 'Somebody asked for a login link with your username',
  LOGIN_LINK_SENT: 'A login link was mailed to you',
  LOGIN_LINK_SENT_BY_COACH: 'A message with a login link was sent to you',
  LOGIN_LINK_USED: 'A login link or code was used',
  LOGIN_LINK_EXPIRED: 'A login link ran out without being used',
  LOGIN_LINK_REVOKED: 'A login link was taken back',
  LOGIN_LINK_OPENED_BY_COACH:
    'A login link or invitation of yours was opened where your coach is logged in; it was not used',
  PASSWORD_CHANGED: 'New password set',
  USERNAME_CHANGED: 'Username changed',
  EMAIL_CHANGE_REQUESTED: 'New email address asked for',
  EMAIL_CHANGE_PROPOSED: 'A new email address was proposed for you',
  EMAIL_CHANGE_STOPPED: 'The change of your email address was stopped',
  EMAIL_CHANGED: 'Email address changed',
  SESSION_REVOKED: 'Other sessions ended',
  DEACTIVATED: 'Your account was deactivated',
  REACTIVATED: 'Your account was opened again',
  API_TOKEN_CREATED: 'API token made',
  API_TOKEN_REVOKED: 'API token revoked',
  INVITED: 'You were invited',
  REGISTERED: 'First login',
  FRESH_START_REQUESTED: 'A fresh start was asked for',
  FRESH_START_CANCELLED: 'The fresh start was stopped',
  FRESH_START_DONE: 'Fresh start: the old ways in have ended',
  LINK_POLICY_CHANGED: 'What login links may do was changed',
  PASSKEY_ADDED: 'Passkey added',
  PASSKEY_REMOVED: 'Passkey removed',
  PASSKEY_COPIED: 'A copy of a passkey was refused',
  SECOND_STEP_ADDED: 'Second step added',
  SECOND_STEP_REMOVED: 'Second step removed',
  DATA_EXPORTED: 'Your data was downloaded',
};

const en = {
  explained: (zone: string) =>
    `What happened to your access in the last two years, newest first. Times are in your device’s zone, ${zone}.`,
  kinds,
  you: 'You',
  showMore: 'Show earlier',
  shown: (count: number, total: number) => `${String(count)} of ${String(total)}`,
};

export const accessDiaryTexts = pick({ en, es });
