import { describe, expect, it } from 'vitest';
import { checkMessage } from './check-message.ts';
import { composeMessage } from '@latchstring/message-language';

const OURS = 'latch.test';
const maria = {
  id: '1',
  firstName: 'Maria',
  lastName: 'Kowalska',
  email: 'maria@client.test',
  emailState: 'UNKNOWN' as const,
  status: 'ACTIVE' as const,
  mayLogInWhileInactive: false,
  ...({
    loginLinkPolicy: 'ALLOWED',
    passwordHash: null,
    isEmailChangePending: false,
    isBeyondQuota: false,
  } as const),
};

function problemsOf(body: string, bodyFormat: 'HTML' | 'TEXT') {
  return checkMessage({
    message: composeMessage({ subject: 'Hello', body, bodyFormat }, [OURS]),
    recipients: [maria],
    coach: {
      firstName: 'Dana',
      lastName: 'Reyes',
      email: 'dana@coach.test',
      practice: { name: 'Northwind Coaching', supportEmail: 'hello@coach.test' },
    },
    now: new Date('2026-11-25T12:00:00Z'),
    scheduledFor: null,
    mostRecipients: 5_000,
    mayName: true,
  });
}

describe('C129 a login link touches nothing that could become a part of it', () => {
  it.each([
    ['[firstName|https://evil.test/?u=][loginLink]', 'TEXT'],
    ['x[loginLink]y', 'TEXT'],
    ['<p>x<b>[loginLink]</b></p>', 'HTML'],
    ['<p><a href="https://x.test">https://x.test/</a>[loginLink]</p>', 'HTML'],
    ['https://evil.test/?u=\u200b[loginLink]', 'TEXT'],
    ['[loginLink][firstName|/../more]', 'TEXT'],
    ['[loginLink]&u=1', 'TEXT'],
  ] as const)('C129 as written it is refused: %s', (body, bodyFormat) => {
    expect(problemsOf(body, bodyFormat)).toMatchObject([
      { severity: 'ERROR', kind: 'TAG_NOT_ALLOWED_HERE', place: 'BODY', tag: 'loginLink' },
    ]);
  });

  it.each([
    'Hi, here: [loginLink].',
    '([loginLink])',
    '“[loginLink]”, then',
    'Go:\n[loginLink]\nThanks',
    '👉 [loginLink] 👈',
    '[firstName] [loginLink]!',
    'https://[loginLink]',
    'Seen [loginLink]? Good.',
  ])('C129 what only stands beside it is no fault: %s', (body) => {
    expect(problemsOf(body, 'TEXT')).toEqual([]);
  });
});

describe('C130 a link shows where it leads', () => {
  it.each([
    ['the login page', (host: string) => `https://${host}/login/link`],
    ['without a scheme', (host: string) => `${host}/login`],
    ['in other letters', (host: string) => `HTTPS://${host.toUpperCase()}/`],
    ['with invisible letters', (host: string) => `https://${host.slice(0, 3)}\u200b${host.slice(3)}/login`],
    ['as the name in front of an @', (host: string) => `https://${host}@evil.test/login`],
    ['within a sentence', (host: string) => `Go to https://${host}/login, now`],
  ])('C130 words that are an address of ours, %s, and lead elsewhere are an ERROR', (_kind, shown) => {
    expect(problemsOf(`<p><a href="https://evil.test/login">${shown(OURS)}</a></p>`, 'HTML')).toMatchObject([
      { severity: 'ERROR', kind: 'MISLEADING_LINK', place: 'BODY', suggestion: 'https://evil.test/login' },
    ]);
  });

  it.each([
    ['<a href="https://evil.test/login">https://<b>OURS</b>/login</a>', 'marks within it'],
    ['https://OURS/<a href="https://evil.test/login">login/link</a>', 'only a part of it is the link'],
    ['<a href="https://evil.test/a">https://</a><a href="https://evil.test/b">OURS/login</a>', 'two links'],
    ['<a href="https://evil.test">[firstName|https://OURS/login]</a>', 'words for an empty value'],
  ])('C130 also where it is put together: %s', (html) => {
    const problems = problemsOf(html.replaceAll('OURS', OURS), 'HTML');
    expect(problems).not.toHaveLength(0);
    for (const problem of problems)
      expect(problem).toMatchObject({ severity: 'ERROR', kind: 'MISLEADING_LINK' });
  });

  it.each([
    ['<a href="https://evil.test/">https://bank.test/</a>', 'https://bank.test/', 'https://evil.test/'],
    ['<a href="https://evil.test/">bank.test</a>', 'bank.test', 'https://evil.test/'],
    ['<a href="mailto:x@evil.test">dana@bank.test</a>', 'dana@bank.test', 'mailto:x@evil.test'],
    ['<a href="[loginLink]">www.bank.test</a>', 'www.bank.test', '[loginLink]'],
  ])('C130 an address of somebody else’s is a WARNING: %s', (body, shown, suggestion) => {
    expect(problemsOf(body, 'HTML')).toMatchObject([
      { severity: 'WARNING', kind: 'MISLEADING_LINK', shown, suggestion },
    ]);
  });

  it('C130 in plain text an address that shows ours before an @ is an ERROR as well', () => {
    const address = `https://${OURS}@evil.test/login`;
    expect(problemsOf(`See ${address}`, 'TEXT')).toMatchObject([
      { severity: 'ERROR', kind: 'MISLEADING_LINK', suggestion: address },
    ]);
  });

  it.each([
    '<a href="https://x.test/a">x.test</a>',
    '<a href="https://www.x.test/a">https://x.test/a/b</a>',
    '<a href="https://x.test/a">our plans.pdf</a> <a href="https://x.test/a.pdf">plans.pdf</a>',
    '<a href="https://x.test/a">click here</a>, then e.g. there',
    '<a href="mailto:dana@x.test">dana@x.test</a>',
    '<a href="[loginLink]">https://OURS/login</a>',
    '<a href="https://OURS/clients">OURS</a>',
    '<a href="https://x.test/?next=https://OURS/login">https://x.test/?next=https://OURS/login</a>',
  ])('C130 a link that shows its own target, or words, is no fault: %s', (html) => {
    expect(problemsOf(html.replaceAll('OURS', OURS), 'HTML')).toEqual([]);
  });
});
