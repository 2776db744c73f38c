import { ChangeUsernameDocument, RequestLoginLinkDocument } from '@latchstring/operations';
import { expect, it } from 'vitest';
import { diaryOf, logIn, loggedInBrowser } from '../world/acts.ts';
import { aClient } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();

it('a new username stands in a letter and in the diary; the old one answers as one that never was', async () => {
  const client = await aClient(world);
  const browser = await loggedInBrowser(world, client);
  const change = { username: 'Grey.Otter', currentPassword: null };
  expect((await browser.run(ChangeUsernameDocument, change)).changeUsername.__typename).toBe(
    'MyAccountChanged',
  );
  const letter = await world.latest(client.email);
  expect(letter.prose).toContain('From now on you log in as Grey.Otter.');
  expect(letter.prose).toContain('Was it not you?');
  expect((await diaryOf(world, browser))[0]).toMatchObject({ kind: 'USERNAME_CHANGED', actor: 'You' });

  const old = await logIn(world.browser(), client.username, client.password);
  const invented = await logIn(world.browser(), 'never.was', client.password);
  expect(old).toEqual(invented);
  const before = (await world.letters(client.email)).length;
  const asked = await world.browser().run(RequestLoginLinkDocument, { username: client.username });
  const unknown = await world.browser().run(RequestLoginLinkDocument, { username: 'never.was' });
  expect(asked).toEqual(unknown);
  expect(await world.letters(client.email)).toHaveLength(before);
  expect((await logIn(world.browser(), 'grey.otter', client.password)).__typename).toBe('LoggedIn');
});

it('a name that mixes alphabets is refused before anybody is asked whose it is', async () => {
  const [client, other] = [await aClient(world), await aClient(world, { username: 'silver.fox' })];
  const browser = await loggedInBrowser(world, client);
  for (const username of ['silvеr.fox', 'nobody.аt.all']) {
    const { changeUsername } = await browser.run(ChangeUsernameDocument, { username, currentPassword: null });
    expect(changeUsername).toMatchObject({ __typename: 'InvalidInput', fields: [{ field: 'username' }] });
    expect(JSON.stringify(changeUsername)).not.toContain(other.username);
  }
});
