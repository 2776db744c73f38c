import { readFileSync } from 'node:fs';
import { InspectLoginLinkDocument } from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { mintLoginLink } from '../../src/features/login/links/mint-login-link.ts';
import { redeem } from '../world/acts.ts';
import { aClient } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();

interface Spelling {
  name: string;
  typed: string;
  token: string | null;
}

const table = new URL('../../../../schema/token-spellings.json', import.meta.url);
const spellings = JSON.parse(readFileSync(table, 'utf8')) as Spelling[];

describe('a token, as it arrives', () => {
  it.each(spellings)('C136 is read: $name', async ({ typed, token }) => {
    const client = await aClient(world);
    const request = { accountId: client.id, credentialsVersion: 1, issuer: 'HELPER' } as const;
    const { url } = await mintLoginLink(world.app.open(), request);
    const minted = url.slice(url.indexOf('#') + 1);
    const text = typed
      .replaceAll('{ORIGIN}', 'http://localhost')
      .replaceAll('{TOKEN}', minted)
      .replaceAll('{TOKEN_HEAD}', minted.slice(0, 11))
      .replaceAll('{TOKEN_TAIL}', minted.slice(11));
    const browser = world.browser();
    const { inspectLoginLink } = await browser.run(InspectLoginLinkDocument, { token: text });
    expect(inspectLoginLink.usable).toBe(token !== null);
    const redeemed = await redeem(browser, text);
    expect(redeemed.__typename).toBe(token === null ? 'InvalidInput' : 'LoggedIn');
  });
});
