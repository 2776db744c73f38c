import { describe, expect, it } from 'vitest';
import { newTotpSecret, totpStep, totpUri } from './totp.ts';

describe('the codes of an authenticator app', () => {
  // RFC 6238, appendix B, cut to six digits: the secret is '12345678901234567890'.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const at = (seconds: number) => new Date(seconds * 1_000);

  it.each([
    [59, '287082', 1],
    [1111111109, '081804', 37037036],
    [1234567890, '005924', 41152263],
    [20000000000, '353130', 666666666],
  ])('are those of RFC 6238 at %i s', (seconds, code, step) => {
    expect(totpStep(secret, code, at(seconds))).toBe(step);
  });

  it('P101 hold one step before and after, and no longer', () => {
    expect(totpStep(secret, '287082', at(60 + 29))).toBe(1);
    expect(totpStep(secret, '287082', at(29))).toBe(1);
    expect(totpStep(secret, '287082', at(90))).toBeNull();
  });

  it('come from a secret of 160 bits, handed over with the site and the name', () => {
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(newTotpSecret()).not.toBe(newTotpSecret());
    expect(totpUri({ siteName: 'North & Wind', username: 'dana', secret })).toBe(
      `otpauth://totp/North%20%26%20Wind:dana?issuer=North%20%26%20Wind&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});
