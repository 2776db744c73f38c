import { describe, expect, it } from 'vitest';
import { mayBeSameMailbox } from './same-mailbox.ts';

describe('mayBeSameMailbox', () => {
  it.each([
    'DANA@northwind.example',
    ' dana@northwind.example ',
    'dana+maria@northwind.example',
    'd.a.n.a@northwind.example',
    'dаna@northwind.example',
    'dana@nоrthwind.example',
    'dana@xn--nrthwind-nbh.example',
    'dána@northwind.example',
    'da\u200Bna@northwind.example',
    'ｄａｎａ@northwind.example',
  ])('takes %s for dana@northwind.example', (address) => {
    expect(mayBeSameMailbox(address, 'dana@northwind.example')).toBe(true);
  });

  it.each(['maria@northwind.example', 'dana@southwind.example', 'dana.maria@northwind.example'])(
    'takes %s for another',
    (address) => {
      expect(mayBeSameMailbox(address, 'dana@northwind.example')).toBe(false);
    },
  );
});
