import {
  CheckMessageDocument,
  SaveDraftDocument,
  SaveMessageTemplateDocument,
  SendMessageDocument,
  type MessageInput,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { mintLoginLink } from '../../src/features/login/links/mint-login-link.ts';
import { loggedInBrowser, redeem } from '../world/acts.ts';
import { aClient, aCoach } from '../world/people.ts';
import { useWorld, withoutLimits } from '../world/world.ts';

const world = useWorld({ settings: withoutLimits });

async function aCoachWithLink() {
  const coach = await aCoach(world);
  const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId });
  const request = { accountId: client.id, credentialsVersion: 1, issuer: 'HELPER' } as const;
  const { url } = await mintLoginLink(world.app.open(), request);
  const input = (body: string, bodyFormat: 'TEXT' | 'HTML' = 'TEXT'): MessageInput => ({
    subject: 'Hi',
    body,
    bodyFormat,
    copyToMe: false,
    recipients: { clientIds: [client.id], allActive: false },
  });
  const token = url.slice(url.indexOf('#') + 1);
  return { client, browser: await loggedInBrowser(world, coach), url, token, input };
}

const SHAPES: Record<string, (url: string, token: string) => string> = {
  'as it is': (url) => url,
  'with a dot in its path': (url) => url.replace('/login/', '/login/./'),
  'with backslashes': (url) => url.replaceAll('/', '\\'),
  'with encoded letters': (url) => url.replace('login', '%6cogin').replace('localhost', 'local%68ost'),
  'broken within its token': (url) => url.replace(/.{9}$/, '\n$&'),
  'its token alone': (_, token) => token,
  'its token alone, amid others of its letters': (_, token) => `x${token}y`,
};

describe('a live link that a coach pastes', () => {
  it.each(Object.entries(SHAPES))('C135 is stored, shown and sent as the tag: %s', async (_, shape) => {
    const { client, browser, url, token, input } = await aCoachWithLink();
    const pasted = shape(url, token);
    for (const [body, format] of [
      [`Come in: ${pasted} now`, 'TEXT'],
      [`<p>Come in: ${pasted.replace('\n', '<br>')} now</p>`, 'HTML'],
    ] as const) {
      const answers = [
        await browser.run(SaveDraftDocument, { input: input(body, format), id: null, version: null }),
        await browser.run(CheckMessageDocument, { input: input(body, format), previews: 1 }),
        await browser.run(SaveMessageTemplateDocument, { id: null, name: 'x', subject: token, body }),
        await browser.run(SendMessageDocument, { input: input(body, format) }),
      ];
      expect(JSON.stringify(answers)).not.toContain(token);
      expect(JSON.stringify(answers)).not.toContain('InvalidInput');
      const rows = await world.rows(
        `select body from message union all select subject || ' ' || body from message_template`,
      );
      expect(JSON.stringify(rows)).not.toContain(token);
      expect(JSON.stringify(rows)).toMatch(/Come in: (?:<[^>]*>)?\[loginLink\]/);
      const letter = await world.latest(client.email);
      expect(letter.text + letter.kept.html).not.toContain(token);
      expect(letter.links()).toHaveLength(1);
    }
    expect((await redeem(world.browser(), token)).__typename).toBe('LoggedIn');
  });

  it('C135 a run too long to be looked through is refused at its place, with words', async () => {
    const { browser, input } = await aCoachWithLink();
    const body = `Hello\n\nBEGINNING-of-it${'a'.repeat(600)}`;
    const { sendMessage } = await browser.run(SendMessageDocument, { input: input(body) });
    expect(sendMessage).toMatchObject({
      __typename: 'InvalidInput',
      fields: [{ field: 'input.body', message: expect.stringContaining('"BEGINNING-of"') as string }],
    });
    const { saveMessageTemplate } = await browser.run(SaveMessageTemplateDocument, {
      id: null,
      name: 'x',
      subject: 'x',
      body,
    });
    expect(saveMessageTemplate).toMatchObject({ __typename: 'InvalidInput', fields: [{ field: 'body' }] });
    const picture = `<p>Hi</p><img src="data:image/png;base64,${'iVBORw0KGgo'.repeat(500)}">`;
    const { checkMessage } = await browser.run(CheckMessageDocument, {
      input: input(picture, 'HTML'),
      previews: 0,
    });
    expect(checkMessage.__typename).toBe('MessageCheck');
  });
});
