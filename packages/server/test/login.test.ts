import { describe, expect, it } from 'vitest';
import { aClient } from './world/people.ts';
import { logIn, me } from './world/acts.ts';
import { useWorld } from './world/world.ts';

const world = useWorld();

describe('login', () => {
  it('lets a client in with username and password', async () => {
    const client = await aClient(world);
    const browser = world.browser();
    expect((await logIn(browser, client.username, client.password)).__typename).toBe('LoggedIn');
    expect((await me(browser))?.username).toBe(client.username);
  });
});
