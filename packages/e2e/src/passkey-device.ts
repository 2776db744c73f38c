/** A device that keeps passkeys, as Chromium's developer tools pretend one: answers by itself, like a finger would. */
import type { CDPSession, Page } from 'playwright-core';

export interface PasskeyDevice {
  /** Whether its owner passes the fingerprint reader. */
  verify(passes: boolean): Promise<void>;
  /** Whether it is touched whenever it is asked, which in the list of usernames means that it is chosen there. */
  touch(at: boolean): Promise<void>;
  /** The debugger's session that it hangs on. */
  debug: CDPSession;
  /** How many passkeys it keeps. */
  count(): Promise<number>;
}

export async function plugInPasskeyDevice(page: Page): Promise<PasskeyDevice> {
  const debug: CDPSession = await page.context().newCDPSession(page);
  await debug.send('WebAuthn.enable');
  const { authenticatorId } = await debug.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    debug,
    verify: async (passes) => {
      await debug.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: passes });
    },
    touch: async (enabled) => {
      await debug.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
    },
    count: async () => (await debug.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  };
}
