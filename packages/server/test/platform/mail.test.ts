import {
  RecoverUsernameDocument,
  RedeemLoginCodeDocument,
  RequestLoginLinkDocument,
} from '@latchstring/operations';
import { afterAll, describe, expect, it } from 'vitest';
import { askForLink, browserByLink } from '../world/acts.ts';
import { codeIn } from '../world/letters.ts';
import { aClient, aCoach } from '../world/people.ts';
import { Provider, textOf, type Mood } from '../world/provider.ts';
import { useWorld } from '../world/world.ts';

describe('letters', () => {
  const world = useWorld();

  it('C081 C082 text and HTML carry the same one login link, in the text alone on a line of at most 76 characters', async () => {
    const letter = await askForLink(world, await aClient(world));
    expect(letter.links()).toHaveLength(1);
    expect(new Set(letter.htmlLinks())).toEqual(new Set(letter.links()));
    expect(letter.htmlLinks()).toHaveLength(1);
    const lines = letter.text.split('\n');
    expect(lines).toContain(letter.links()[0]);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(76);
    expect(letter.text).not.toMatch(/<[a-z]/i);
  });

  it('C084 times are clock times of the account’s zone, and no later than the real end', async () => {
    const client = await aClient(world, { timeZone: 'America/Sao_Paulo' });
    const at = world.clock.now();
    const letter = await askForLink(world, client);
    const shown = (ms: number) =>
      new Intl.DateTimeFormat('en-GB', {
        timeZone: 'America/Sao_Paulo',
        hour: '2-digit',
        minute: '2-digit',
      }).format(at.getTime() + ms);
    const flat = letter.text.replaceAll(/\s+/g, ' ');
    expect(flat).toContain(`at ${shown(60 * 60_000)} (America/Sao_Paulo time)`);
    expect(flat).toContain(`at ${shown(10 * 60_000)} (America/Sao_Paulo time)`);
  });

  it('a client without a zone reads the coach’s', async () => {
    const coach = await aCoach(world, { timeZone: 'Asia/Tokyo' });
    const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId });
    expect((await askForLink(world, client)).text).toContain('Asia/Tokyo');
  });

  it('C085 C086 two letters within a minute have nothing in common that would fold them into one', async () => {
    const client = await aClient(world);
    const [a, b] = [await askForLink(world, client), await askForLink(world, client)].map(({ kept }) => kept);
    expect(a?.headers['Message-ID']).toMatch(/^<[^@<>]+@localhost>$/);
    expect(a?.headers['Message-ID']).not.toBe(b?.headers['Message-ID']);
    expect(a?.headers['X-Entity-Ref-ID']).not.toBe(b?.headers['X-Entity-Ref-ID']);
    expect(a?.headers['Auto-Submitted']).toBe('auto-generated');
    expect(Object.keys(a?.headers ?? {}).join()).not.toMatch(/references|in-reply-to|list-unsubscribe/i);
    expect(a?.from).toBe('"Northwind Coaching" <no-reply@localhost>');
    expect(a?.replyTo).toBeNull();
  });

  it('C087 each letter says what to do if one did not ask, and one with a link that it is not to be passed on', async () => {
    const client = await aClient(world);
    await browserByLink(world, client);
    await world.browser().run(RecoverUsernameDocument, { email: client.email });
    await world.browser().run(RecoverUsernameDocument, { email: 'unknown@elsewhere.test' });
    const letters = await world.letters();
    expect(letters.length).toBeGreaterThan(3);
    for (const letter of letters) {
      expect(letter.text).toMatch(/Did you not ask for this\?|Was it not you\?/);
      if (letter.links().length > 0)
        expect(letter.text.replaceAll(/\s+/g, ' ')).toContain('do not pass this mail on');
    }
  });

  it('C062 markup is text in both parts, and a name that holds some is left out', async () => {
    const markup = '<a href="https://evil.test">x</a>';
    const client = await aClient(world, { firstName: markup, username: markup });
    const letter = await askForLink(world, client);
    expect(letter.text).toMatch(/^Hello,\n/);
    expect(letter.text).toContain(`Your username:\n\n    ${markup}\n`);
    expect(letter.kept.html).toContain('&lt;a href=&quot;https://evil.test&quot;&gt;');
    expect(letter.htmlLinks()).toHaveLength(1);
  });

  it('C023 a plus address gets its letter exactly as it is, and stands in no address of a page', async () => {
    const client = await aClient(world, { email: 'heron+coach@client.test' });
    const letter = await askForLink(world, client);
    expect(letter.to).toBe('heron+coach@client.test');
    expect(letter.links()[0]).not.toContain('heron');
  });
});

describe('a provider on a bad day', async () => {
  const provider = new Provider();
  const url = await provider.open();
  const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, timeoutMs: 2_000 } as const;
  const world = useWorld({ env: { mail, mailFrom: 'no-reply@mail.test' } });
  afterAll(() => provider.close());

  const ask = async (username: string) => {
    const { response } = await world.browser().ask(RequestLoginLinkDocument, { username });
    return { status: response.statusCode, body: response.body };
  };

  it('C080 one call for each recipient, with tracking off and TLS asked for', async () => {
    const client = await aClient(world);
    await ask(client.username);
    await world.settle();
    const call = provider.accepted.at(-1);
    expect(call?.getAll('to')).toEqual([client.email]);
    expect(call?.get('from')).toBe('"Northwind Coaching" <no-reply@mail.test>');
    for (const field of ['o:tracking', 'o:tracking-clicks', 'o:tracking-opens'])
      expect(call?.get(field)).toBe('no');
    expect(call?.get('o:require-tls')).toBe('yes');
    expect(call?.get('h:Auto-Submitted')).toBe('auto-generated');
    expect(call?.get('text')).toContain('/login/link#');
    expect(call?.has('cc') || call?.has('bcc')).toBe(false);
  });

  it.each<Mood>(['refuses connections', 'hangs', 'answers 500', 'answers 401'])(
    'C010 %s: the asker’s answer is the one of a good day, the operator sees the failing job, and the letter goes later',
    async (mood) => {
      const client = await aClient(world);
      const goodDay = await ask((await aClient(world)).username);
      await world.settle();
      provider.mood = mood;
      const calls = provider.calls;
      const lines = world.logLines.length;
      expect(await ask(client.username)).toEqual(goodDay);
      expect(await ask('nobody.today')).toEqual(goodDay);
      await expect.poll(() => provider.calls, { timeout: 10_000 }).toBeGreaterThan(calls);
      await expect
        .poll(() => world.logLines.slice(lines).some((line) => line.includes('a job failed')), {
          timeout: 10_000,
        })
        .toBe(true);
      const reported = world.logLines.slice(lines).join('\n');
      expect(reported).not.toContain(client.email);
      expect(reported).not.toContain('/login/link#');
      provider.mood = 'accepts';
      await world.settle();
      const mine = provider.accepted.filter((form) => form.get('to') === client.email);
      expect(mine).toHaveLength(1);
    },
  );

  it('a letter that the provider refuses for what it is, is not tried again', async () => {
    const client = await aClient(world);
    provider.mood = 'answers 400';
    const calls = provider.calls;
    await ask(client.username);
    await world.settle();
    expect(provider.calls).toBe(calls + 1);
    provider.mood = 'accepts';
  });

  it('a letter that does not go leaves the code of the one before it working', async () => {
    const client = await aClient(world);
    await ask(client.username);
    await world.settle();
    const code = codeIn(textOf(provider.to(client.email)[0], 'text'));
    provider.mood = 'answers 400';
    await ask(client.username);
    await world.settle();
    provider.mood = 'accepts';
    const typed = { username: client.username, code };
    const { redeemLoginCode } = await world.browser().run(RedeemLoginCodeDocument, typed);
    expect(redeemLoginCode.__typename).toBe('LoggedIn');
  });

  it('a letter that was taken without an answer is found, and not sent twice', async () => {
    const client = await aClient(world);
    provider.mood = 'hangs after accepting';
    await ask(client.username);
    await expect.poll(() => provider.to(client.email).length, { timeout: 10_000 }).toBe(1);
    provider.mood = 'accepts';
    await world.settle();
    expect(provider.to(client.email)).toHaveLength(1);
  });
});
