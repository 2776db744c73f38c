import { CheckMessageDocument } from '@latchstring/operations';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { takeInboundMail } from '../../src/features/messages/replies/take-inbound-mail.ts';
import { hashToken } from '../../src/platform/random-token.ts';
import { askForLink, loggedInBrowser } from '../world/acts.ts';
import { aMessage } from '../world/answered-message.ts';
import { INBOUND } from '../world/inbound.ts';
import { aCoach } from '../world/people.ts';
import { useWorld, withoutLimits } from '../world/world.ts';

const world = useWorld({ env: { inbound: INBOUND }, settings: withoutLimits });

/**
 * 50 ms of the processor are the promise, kept to the letter where FORTRESS_CPU_MS says so; elsewhere several times that,
 * which a cost that grows with the square passes by far.
 */
const MOST_MS = Number(process.env['FORTRESS_CPU_MS'] ?? 250);
const ROUNDS = 7;

/**
 * The least of several times, or the first that is below the most: the first readings are compiled, and a busy machine
 * counts more for the same work. The letters about what was read before are not among it.
 */
async function cpuMs(act: () => Promise<unknown>, most = MOST_MS): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < ROUNDS && least >= most; round += 1) {
    await world.settle();
    const before = process.cpuUsage();
    await act();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}

const KB_64 = 64 * 1024;
const random = (length: number) => {
  let text = '';
  for (let i = 0; text.length < length; i += 1) text += hashToken(`${i}`);
  return text.slice(0, length);
};
const letters = random(KB_64);
const TEXTS: Record<string, string> = {
  'letters of a token': letters,
  'runs of them': letters.replace(/(.{40})/g, '$1 '),
  'runs as long as are read': letters.replace(/(.{511})/g, '$1 '),
  'lines of them': letters.replace(/(.{76})/g, '$1\n'),
  'words that look like codes': letters
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '7')
    .replace(/(.{8})/g, '$1 '),
  'halves of codes': letters
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '7')
    .replace(/(.{4})/g, '$1-'),
  'letters apart': letters.replace(/[^0-9A-Za-z]/g, '7').replace(/(.)/g, '$1 '),
  'a, space, break and marks': letters.replace(/./g, (c) => 'a \n>|='[c.charCodeAt(0) % 6] ?? ''),
  ...Object.fromEntries(
    [
      ...[
        'a',
        ' ',
        '\n',
        '\n> ',
        '> a\n',
        'a.',
        'ab%2525',
        '&amp;',
        '=3D',
        '=\n',
        'https://x.y/',
        'login/link#',
      ],
      ...[
        '/v2/url?u=',
        'aHR0cHM6',
        '<',
        '<a',
        '<div>',
        '</p>',
        '\u00ad',
        'From: a\n',
        'On a wrote:\n',
        '@',
        'a:\n',
      ],
      ...[
        'Hello Dana, see you on Thursday.\n',
        'Hello Maria, here is your way in ',
        'it works once until ',
        '一',
        '一二三四五六七八九十'.repeat(6) + '\n',
        // As many lines as are compared, as many words, and both.
        '> abcdefgh\n',
        'a b ',
        'From: a b c\n',
      ],
      ...['localhost:4000/', '#', '[loginLink] ', '- a (b)\n', 'Your username:\n', '\\\\/./', 'a:b: ', '👍'],
    ].map((part) => [JSON.stringify(part), part]),
  ),
};
const long = (part: string) => part.repeat(Math.ceil(KB_64 / part.length)).slice(0, KB_64);

let message: Awaited<ReturnType<typeof aMessage>>;
let mails = 0;
const mailOf = (text: string, html: string, names: string[]) => ({
  token: `cost ${(mails += 1)}`,
  recipients: [message.address],
  sender: message.client.email,
  from: message.client.email,
  headers: new Map<string, string>(),
  subject: 'Re: Hello',
  text,
  html,
  attachments: names.map((name) => ({ name, begins: '' })),
});
const codes = Array.from({ length: 20 }, (_, i) => `7K3M-9TQ${i % 10}.png`);

beforeAll(async () => {
  message = await aMessage(world, {
    body: `Hello [firstName], here is your way in: [loginLink]\n${long('it was so. ')}`,
  });
  await askForLink(world, message.client);
  if (!process.env['FORTRESS_CPU_MS']) return;
  // What has run a while is compiled, as in any house that has been up for a minute.
  for (const part of [...Object.values(TEXTS), ...Object.values(TEXTS)])
    await takeInboundMail(world.app.open(), mailOf(long(part), '', codes));
});

describe(`64 kB of anything take at most ${MOST_MS} ms of the processor`, () => {
  // The embedded database works in this process, and would be counted.
  it.runIf(inject('postgres')).each(Object.entries(TEXTS))('C124 in a reply: %s', async (_, part) => {
    const text = long(part);
    expect(await cpuMs(() => takeInboundMail(world.app.open(), mailOf(text, '', codes)))).toBeLessThan(
      MOST_MS,
    );
    if (part.includes('<') || process.env['FORTRESS_CPU_MS'])
      expect(await cpuMs(() => takeInboundMail(world.app.open(), mailOf('', text, [])))).toBeLessThan(
        MOST_MS,
      );
  });

  it('C123 in a message that is checked, however long it may be', async () => {
    const browser = await loggedInBrowser(world, await aCoach(world));
    for (const part of ['a \n', 'a b c d e\n', '>|=', letters.replace(/(.{20})/g, '$1 '), 'a']) {
      const body = part.repeat(Math.ceil(99_000 / part.length)).slice(0, 99_000);
      for (const bodyFormat of ['TEXT', 'HTML'] as const) {
        const recipients = { clientIds: [], allActive: false };
        const input = { subject: 'x', body, bodyFormat, copyToMe: false, recipients };
        const check = () => browser.run(CheckMessageDocument, { input, previews: 0 });
        expect(await cpuMs(check)).toBeLessThan(MOST_MS);
      }
    }
  });
});
