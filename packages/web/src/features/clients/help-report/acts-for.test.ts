import type { LoginHelpFieldsFragment } from '@latchstring/operations';
import { expect, test } from 'vitest';
import { actsFor } from './acts-for';

type Facts = Parameters<typeof actsFor>[0];
type Action = LoginHelpFieldsFragment['suggestedAction'];

const active: Facts = {
  access: 'ACTIVE',
  freshStartAt: null,
  pendingEmail: null,
  emailState: 'DELIVERED',
  isRegistered: true,
  invitedAt: null,
  inviteDueAt: null,
};
/** As the report has it of a client who turned them off. */
const refusesLinks = { kind: 'LINK_POLICY', state: 'WARNING', detail: '', since: null } as const;

const offered = (
  client: Partial<Facts>,
  suggestedAction: Action,
  checks: LoginHelpFieldsFragment['checks'] = [],
) => actsFor({ ...active, ...client }, { suggestedAction, checks }).map(({ act }) => act);

const mainOf = (...asked: Parameters<typeof offered>) =>
  actsFor({ ...active, ...asked[0] }, { suggestedAction: asked[1], checks: asked[2] ?? [] }).find(
    ({ look }) => look === 'main',
  )?.act;

test('who may only look gets a link as the answer says, and no invitation before they are active', () => {
  expect(mainOf({ access: 'READ_ONLY' }, 'SEND_LOGIN_LINK')).toBe('SEND_LINK');
  expect(mainOf({ access: 'READ_ONLY', isRegistered: false }, 'RESEND_INVITE')).toBe('REACTIVATE');
  expect(mainOf({ isRegistered: false }, 'RESEND_INVITE')).toBe('INVITE');
  expect(mainOf({ isRegistered: false, invitedAt: '2026-11-01T00:00:00Z' }, 'RESEND_INVITE')).toBe(
    'INVITE_AGAIN',
  );
  // While the press can be undone there is nothing to press again.
  expect(offered({ isRegistered: false, inviteDueAt: '2026-11-01T00:00:10Z' }, 'RESEND_INVITE')).toEqual([
    'WRITE',
  ]);
});

test('no link is offered where it would be refused, whatever the answer says', () => {
  const actions: Action[] = ['SEND_LOGIN_LINK', 'WAIT', 'CALL_THE_CLIENT', 'NONE'];
  for (const action of actions) {
    expect(offered({}, action, [refusesLinks])).not.toContain('SEND_LINK');
    expect(offered({ access: 'NONE' }, action)).not.toContain('SEND_LINK');
    expect(offered({ isRegistered: false }, action)).not.toContain('SEND_LINK');
    expect(offered({}, action)).toContain('SEND_LINK');
  }
});

test('a change that waits comes first, and is taken back before a link is sent', () => {
  const pendingEmail = 'new@client.test';
  expect(offered({ freshStartAt: '2026-12-06T09:12:00Z', pendingEmail }, 'WAIT')).toEqual([
    'STOP_FRESH_START',
  ]);
  expect(mainOf({ pendingEmail }, 'CALL_THE_CLIENT')).toBe('WITHDRAW_AND_SEND');
  expect(offered({ pendingEmail }, 'CALL_THE_CLIENT', [refusesLinks])).toEqual(['WITHDRAW', 'WRITE']);
});

test('an address that fails is mended, tried again where it came back, and given up where somebody had come in', () => {
  expect(offered({ emailState: 'BOUNCED' }, 'FIX_EMAIL')).toEqual([
    'FIX_EMAIL',
    'TRY_ADDRESS_AGAIN',
    'START_OVER',
  ]);
  expect(offered({ emailState: 'COMPLAINED', isRegistered: false }, 'FIX_EMAIL')).toEqual(['FIX_EMAIL']);
});
