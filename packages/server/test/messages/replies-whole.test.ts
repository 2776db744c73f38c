import {
  RecoverUsernameDocument,
  RequestEmailChangeDocument,
  SetPasswordDocument,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { askForLink, loggedInBrowser, redeem } from '../world/acts.ts';
import { aMessage } from '../world/answered-message.ts';
import { INBOUND } from '../world/inbound.ts';
import { mailPrograms } from '../world/mail-programs.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld({ env: { inbound: INBOUND } });
const LETTER = '[a letter about logging in]';
const quoted = (text: string) => text.trimEnd().replace(/^/gm, '> ');

describe('a reply loses no word', () => {
  it.each(Object.entries(mailPrograms))('C137 written in %s', async (_, write) => {
    const { letter, reply, latest } = await aMessage(world, {
      body: 'Hi [firstName],\n\ndoes Thursday at nine suit you?\n\nYour way in: [loginLink]\n\nSee you soon, [coachName]',
      subject: 'Thursday',
    });
    const own = { above: ['Yes.', 'At ten.'], between: ['Thursday it is.'], below: ['Regards,', 'Maria'] };
    await reply(write(letter.text.trimEnd().split('\n'), own));
    const kept = (await latest())?.text ?? '';
    expect(kept.split('\n').filter(Boolean)).toEqual([
      'Yes.',
      'At ten.',
      'Thursday it is.',
      'Regards,',
      'Maria',
    ]);
  });

  it('C137 with its HTML part alone, the quote being our own HTML', async () => {
    const { letter, reply, latest } = await aMessage(world);
    await reply({
      html: `<div>One</div><div>Two</div><div>On 25 Nov 2026 at 10:00, Dana wrote:</div><blockquote>${letter.kept.html}</blockquote><div>Three</div>`,
    });
    expect((await latest())?.text.split('\n').filter(Boolean)).toEqual(['One', 'Two', 'Three']);
  });

  it('C138 takes another message of ours to them off too, and nobody else’s', async () => {
    const { send, asRead } = await aMessage(world, {
      body: 'Shall we say Thursday at nine, in the studio?',
    });
    const another = await send('Are you there? I have not heard from you since Monday.');
    expect(await asRead(`No.\n\n${quoted(another.letter.text)}\n\n> Come at once\n> or else`)).toBe(
      'No.\n\n> Come at once\n> or else',
    );
    const other = await aMessage(world, {
      body: 'Something quite different that only others were told by you',
    });
    expect(await asRead(other.letter.text)).toContain('Something quite different');
  });

  it('C138 the provider’s idea of what is new counts for nothing', async () => {
    const { reply, latest } = await aMessage(world);
    await reply({ text: 'Regards,\nMaria\nPS: my number has changed', stripped: 'Regards,' });
    expect((await latest())?.text).toBe('Regards,\nMaria\nPS: my number has changed');
  });
});

describe('a letter of ours in a reply', () => {
  it.each(['en', 'es'] as const)(
    'C132 quoted or pasted, fresh or dead, reads as such: %s',
    async (locale) => {
      const { client, asRead } = await aMessage(world, {
        locale,
        username: `maria.${locale}.k`,
        body: 'Hello',
      });
      const letter = await askForLink(world, client);
      const secrets = [client.username, letter.token(), letter.code()];
      for (const state of ['fresh', 'dead']) {
        if (state === 'dead') await redeem(world.browser(), letter.token());
        for (const [text, wanted] of [
          [`Help!\n\n${quoted(letter.text)}\n\nMaria`, `Help!\n\n${LETTER}\n\nMaria`],
          [`I got this:\n\n${letter.text}\nWhat now?`, `I got this:\n\n${LETTER}\n\nWhat now?`],
          [
            `Help!\nOn Wed, 25 Nov 2026 at 10:00, Northwind Coaching <no-reply@localhost> wrote:\n${quoted(letter.text)}`,
            `Help!\n\n${LETTER}`,
          ],
        ]) {
          const kept = await asRead(text ?? '');
          expect(kept).toBe(wanted);
          for (const secret of secrets) expect(kept).not.toContain(secret);
        }
      }
    },
  );

  it('C132 as HTML, too', async () => {
    const { client, reply, latest } = await aMessage(world, { username: 'maria.html.k', body: 'Hello' });
    const letter = await askForLink(world, client);
    await reply({ html: `<p>Help!</p><blockquote>${letter.kept.html}</blockquote>` });
    expect((await latest())?.text).toBe(`Help!\n\n${LETTER}`);
    await reply({ html: `<p>Help!</p>${letter.kept.html}` });
    expect((await latest())?.text).toContain(LETTER);
    expect((await latest())?.text).not.toMatch(/maria\.html\.k|[0-9A-Z]{4}-[0-9A-Z]{4}/);
  });

  it('C132 whatever the letter is about: usernames, a password that was changed, a new address', async () => {
    const { client, asRead } = await aMessage(world, { username: 'maria.all.k', body: 'Hello' });
    await world.browser().run(RecoverUsernameDocument, { email: client.email });
    const letters = [await world.latest(client.email)];
    const own = await loggedInBrowser(world, client);
    await own.run(RequestEmailChangeDocument, { email: `new.${client.email}` });
    letters.push(await world.latest(client.email), await world.latest(`new.${client.email}`));
    await own.run(SetPasswordDocument, {
      currentPassword: client.password,
      newPassword: 'harbour lamp wool kite',
    });
    letters.push(await world.latest(client.email));
    expect(new Set(letters.map(({ subject }) => subject)).size).toBe(4);
    for (const { text } of letters) {
      expect(await asRead(`See:\n\n${quoted(text)}`)).toBe(`See:\n\n${LETTER}`);
      expect(await asRead(`See:\n\n${text}`)).toBe(`See:\n\n${LETTER}`);
    }
  });

  it('C132 outside of it a username is anybody’s word', async () => {
    const { asRead } = await aMessage(world, { username: 'maria', body: 'Hello' });
    expect(await asRead('Best, Maria')).toBe('Best, Maria');
    expect(await asRead('Is my username maria?')).toBe('Is my username maria?');
    expect(await asRead('Was it you? Then your coach knows. It works until tomorrow.')).toBe(
      'Was it you? Then your coach knows. It works until tomorrow.',
    );
  });
});
