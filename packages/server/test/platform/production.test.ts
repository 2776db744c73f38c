import { LoginDocument, LoginWithPasskeyDocument, RedeemLoginLinkDocument } from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { apiToken, askForLink, bearer, loggedInBrowser } from '../world/acts.ts';
import { Authenticator } from '../world/authenticator.ts';
import { aPasskey, beginLogin } from '../world/passkey-acts.ts';
import { aClient } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld({ env: { production: true, publicUrl: 'https://login.example.com' } });

const here = { host: 'login.example.com' };

describe('in production', () => {
  it('C099 each way of logging in sets the cookie with __Host-, Secure, HttpOnly, Lax, the whole site and no Domain', async () => {
    const client = await aClient(world);
    const letter = await askForLink(world, client, world.browser({ headers: here }));
    const ways = [
      await world
        .browser({ headers: here })
        .ask(LoginDocument, { username: client.username, password: client.password }),
      await world.browser({ headers: here }).ask(RedeemLoginLinkDocument, { token: letter.token() }),
    ];
    const device = new Authenticator({ origin: 'https://login.example.com' });
    await aPasskey(await loggedInBrowser(world, client), device);
    const phone = world.browser({ headers: here });
    const { challenge, options } = await beginLogin(phone);
    const assertion = device.answer(options);
    const byPasskey = await phone.ask(LoginWithPasskeyDocument, { challenge, assertion });
    expect(byPasskey.response.headers['set-cookie']).toContain('__Host-latchstring-session=');
    for (const { response } of [...ways, byPasskey]) {
      const cookies = [response.headers['set-cookie']].flat().map(String);
      expect(cookies).toHaveLength(response === byPasskey.response ? 1 : 2);
      for (const cookie of cookies)
        expect(cookie).toMatch(
          /^__Host-latchstring-(session|browser)=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
        );
    }
  });

  it('C040 the mailed link begins with the public origin', async () => {
    const letter = await askForLink(world, await aClient(world), world.browser({ headers: here }));
    expect(letter.links()[0]).toMatch(/^https:\/\/login\.example\.com\/login\/link#[\w-]{22}$/);
  });

  it.each(['{ __schema { types { name } } }', '{ ... on Query { __type(name: "Me") { name } } }'])(
    'C090 C093 %s is refused to strangers',
    async (query) => {
      const { errors } = await world.browser({ headers: here }).post({ query });
      expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    },
  );

  it('C093 a field that is off by a letter gets no suggestion, with a token neither', async () => {
    const secret = await apiToken(world, await aClient(world), ['ACCOUNT_READ']);
    const { errors } = await world
      .browser({ headers: here })
      .post({ query: '{ sit { name } }' }, bearer(secret));
    expect(errors?.[0]?.extensions?.['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(JSON.stringify(errors)).not.toMatch(/did you mean|"site"/i);
  });

  it('P068 HSTS is set for a year', async () => {
    const { headers } = await world.browser({ headers: here }).send('GET', '/healthz');
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  });
});
