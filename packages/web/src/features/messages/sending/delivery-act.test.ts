import { expect, test } from 'vitest';
import { deliveryAct } from './delivery-act';

const client = { email: 'bo@example.com', status: 'ACTIVE' as const };
const delivery = {
  email: client.email,
  state: 'DELIVERED',
  loginLink: 'ACTIVE',
  fault: null,
  client,
} as const;

test('a row offers what its mail needs, and nothing where its reader came in or it is on its way', () => {
  expect(deliveryAct(delivery)).toBe('WRITE');
  expect(deliveryAct({ ...delivery, loginLink: 'USED' })).toBeUndefined();
  expect(deliveryAct({ ...delivery, state: 'QUEUED' })).toBeUndefined();
  expect(deliveryAct({ ...delivery, state: 'FAILED' })).toBe('RETRY');
  expect(deliveryAct({ ...delivery, state: 'HELD' })).toBe('RETRY');
});

test('an address that takes no mail is corrected first; once it is another one, the mail goes again', () => {
  const bounced = { ...delivery, state: 'BOUNCED', loginLink: 'NONE' } as const;
  expect(deliveryAct(bounced)).toBe('CORRECT');
  expect(deliveryAct({ ...bounced, fault: 'ADDRESS' })).toBe('CORRECT');
  expect(deliveryAct({ ...bounced, fault: 'CONTENT' })).toBe('RETRY');
  expect(deliveryAct({ ...bounced, client: { ...client, email: 'new@example.com' } })).toBe('RETRY');
});

test('to somebody deactivated a mail goes after they are reactivated', () => {
  const closed = { ...client, status: 'INACTIVE' as const };
  expect(deliveryAct({ ...delivery, state: 'HELD', client: closed })).toBe('REACTIVATE');
  expect(deliveryAct({ ...delivery, state: 'BOUNCED', client: closed })).toBe('REACTIVATE');
});
