import { describe, expect, it } from 'vitest';
import { checkMessage } from './check-message.ts';
import { composeMessage } from '@latchstring/message-language';

type Recipient = Parameters<typeof checkMessage>[0]['recipients'][number];

const now = new Date('2026-11-25T12:00:00Z');
const coach = {
  firstName: 'Dana',
  lastName: 'Reyes',
  email: 'dana@x.test',
  practice: { name: 'Northwind Coaching', supportEmail: 'hello@x.test' },
};

const client = (id: string, changes: Partial<Recipient> = {}): Recipient => ({
  id,
  firstName: `First${id}`,
  lastName: `Last${id}`,
  email: `${id}@client.test`,
  emailState: 'UNKNOWN',
  status: 'ACTIVE',
  mayLogInWhileInactive: false,
  loginLinkPolicy: 'ALLOWED',
  passwordHash: null,
  isEmailChangePending: false,
  isBeyondQuota: false,
  ...changes,
});

interface Written {
  subject?: string;
  body?: string;
  recipients?: Recipient[];
  scheduledFor?: Date | null;
  mostRecipients?: number;
  mayName?: boolean;
}

function check({
  subject = 'Hi',
  body = '<p>x</p>',
  recipients = [client('1')],
  scheduledFor = null,
  mostRecipients = 5_000,
  mayName = true,
}: Written) {
  const message = composeMessage({ subject, body, bodyFormat: 'HTML' }, ['latch.test']);
  return checkMessage({ message, recipients, coach, now, scheduledFor, mostRecipients, mayName });
}

describe('the pre-flight of a message', () => {
  it('finds nothing where nothing is wrong', () => {
    const body = '<p>Hi [firstName], [loginLink] [1]</p>';
    expect(check({ body, scheduledFor: new Date('2026-11-25T12:00:01Z') })).toEqual([]);
  });

  it('P002 says all that is missing at once', () => {
    const problems = check({ subject: ' \n', body: '<p>&nbsp;</p>', recipients: [], scheduledFor: now });
    expect(problems.map(({ kind }) => kind)).toEqual([
      'NO_RECIPIENT',
      'EMPTY_SUBJECT',
      'EMPTY_BODY',
      'SCHEDULED_IN_THE_PAST',
    ]);
    expect(problems.every(({ severity }) => severity === 'ERROR')).toBe(true);
  });

  it('says that no hour has room for so many, and how many there are', () => {
    const recipients = ['1', '2', '3'].map((id) => client(id));
    expect(check({ recipients, mostRecipients: 3 })).toEqual([]);
    const [problem] = check({ recipients, mostRecipients: 2 });
    expect(problem).toMatchObject({ severity: 'ERROR', kind: 'TOO_MANY_RECIPIENTS', clientIds: [] });
    expect(problem?.message).toContain('These are 3 clients, and at most 2 an hour');
  });

  it('C055 names each unknown tag once, with what was meant', () => {
    const body = '<p>[loginlnk] [magicLink] [username] [password] [loginlnk] [1] [ ] [2026-12-01]</p>';
    const problems = check({ body });
    expect(problems.map(({ severity, kind, tag }) => [severity, kind, tag])).toEqual(
      ['loginlnk', 'magicLink', 'username', 'password'].map((tag) => ['ERROR', 'UNKNOWN_TAG', tag]),
    );
    expect(problems.slice(0, 2).map(({ message }) => message)).toEqual([
      '[loginlnk] is no magic tag. Did you mean [loginLink]?',
      '[magicLink] is no magic tag. Did you mean [loginLink]?',
    ]);
    expect(problems[2]?.message).toContain('nobody but the client may know it');
  });

  it('C058 refuses the login link in the subject and inside an address', () => {
    const problems = check({ subject: '[loginLink]', body: '<p>https://evil.test/?u=[loginLink]</p>' });
    expect(problems).toMatchObject([
      { severity: 'ERROR', kind: 'TAG_NOT_ALLOWED_HERE', tag: 'loginLink' },
      { severity: 'ERROR', kind: 'TAG_NOT_ALLOWED_HERE', tag: 'loginLink' },
    ]);
  });

  it('C061 lists those who have no value, unless there are words for them', () => {
    const recipients = [client('1'), client('2', { firstName: ' ' }), client('3', { firstName: '' })];
    expect(check({ body: 'Hi [firstName],', recipients })).toEqual([
      {
        severity: 'WARNING',
        kind: 'EMPTY_VALUE',
        place: 'BODY',
        fallback: 'there',
        tag: 'firstName',
        clientIds: ['2', '3'],
        message:
          'Last2 and Last3 have nothing to put for [firstName]. Write [firstName|there] for them, or fill it in.',
      },
    ]);
    expect(check({ body: 'Hi [firstName|there],', recipients })).toEqual([]);
  });

  it('C065 warns of the deactivated who may not log in, of no others', () => {
    const recipients = [
      client('1', { status: 'INACTIVE' }),
      client('2', { status: 'INACTIVE', mayLogInWhileInactive: true }),
    ];
    expect(check({ recipients })).toMatchObject([
      { severity: 'WARNING', kind: 'RECIPIENT_INACTIVE', clientIds: ['1'] },
    ]);
  });

  it('C079 warns of addresses that refused our mail', () => {
    const recipients = (['BOUNCED', 'COMPLAINED', 'DELIVERED', 'UNKNOWN'] as const).map((emailState, id) =>
      client(String(id), { emailState }),
    );
    expect(check({ recipients })).toMatchObject([
      { severity: 'WARNING', kind: 'RECIPIENT_UNDELIVERABLE', clientIds: ['0', '1'] },
    ]);
  });

  const aboutLinks: [string, Partial<Recipient>, string, string][] = [
    ['C024', { email: ' DANA@x.test' }, 'RECIPIENT_IS_SENDER', 'ERROR'],
    ['C108', { isEmailChangePending: true }, 'EMAIL_CHANGE_PENDING', 'ERROR'],
    ['C111', { loginLinkPolicy: 'NEVER' }, 'LINKS_REFUSED_BY_CLIENT', 'WARNING'],
  ];
  it.each(aboutLinks)('%s a login link to %j is %s', (_, changes, kind, severity) => {
    const recipients = [client('1'), client('2', changes)];
    for (const body of ['[loginLink]', '<a href="[loginLink]">x</a>'])
      expect(check({ body, recipients })).toMatchObject([
        { severity, kind, tag: 'loginLink', clientIds: ['2'] },
      ]);
    expect(check({ body: 'no link', recipients })).toEqual([]);
  });

  it('names three and counts the others', () => {
    const recipients = Array.from({ length: 40 }, (_, at) => client(`${at}`, { status: 'INACTIVE' }));
    expect(check({ recipients })[0]?.message).toMatch(
      /^First0 Last0, First1 Last1, First2 Last2 and 37 more have/,
    );
    expect(check({ recipients: recipients.slice(0, 1) })[0]?.message).toMatch(/^First0 Last0 has a deact/);
  });

  it('says once that it is too long, and not that it is empty', () => {
    const problems = check({ subject: 'x'.repeat(201), body: 'x'.repeat(100_001) });
    expect(problems.map(({ kind }) => kind)).toEqual(['TOO_LONG', 'TOO_LONG']);
    expect(check({ body: '<b>'.repeat(200) }).map(({ kind }) => kind)).toEqual(['TOO_LONG']);
  });
});
