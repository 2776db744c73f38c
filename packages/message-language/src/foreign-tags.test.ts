import { describe, expect, it } from 'vitest';
import { composeMessage } from './compose-message.ts';
import { findForeignTags } from './foreign-tags.ts';

describe('C166 tags that are not ours', () => {
  it.each([
    ['Hi {{first_name}}!', '{{first_name}}', 'firstName'],
    ['Hi {{{ contact.FIRSTNAME }}}!', '{{{ contact.FIRSTNAME }}}', 'firstName'],
    [
      '{{ subscriber.first_name | default: "you" }}',
      '{{ subscriber.first_name | default: "you" }}',
      'firstName',
    ],
    ['{{login_link}}', '{{login_link}}', 'loginLink'],
    ['{{Login Lnik}}', '{{Login Lnik}}', 'loginLink'],
    ['*|FNAME|*', '*|FNAME|*', 'firstName'],
    ['*|LNAME|*', '*|LNAME|*', 'lastName'],
    ['*|UNSUB|*', '*|UNSUB|*', null],
    ['Hi |FNAME|!', '|FNAME|', 'firstName'],
    ['{{password}}', '{{password}}', null],
    ['{{#if x}}', '{{#if x}}', null],
    ['{FirstName} and ${firstName}', '{FirstName}', 'firstName'],
    ['Hi %%First Name%%,', '%%First Name%%', 'firstName'],
    ['Hi %FIRSTNAME%,', '%FIRSTNAME%', 'firstName'],
    ['<<Last Name>>', '<<Last Name>>', 'lastName'],
    ['«First_Name»', '«First_Name»', 'firstName'],
    ['［loginLink］', '［loginLink］', 'loginLink'],
    ['【loginLink】', '【loginLink】', 'loginLink'],
    ['［loginLink]', '［loginLink]', 'loginLink'],
    ['[loginLink］', '[loginLink］', 'loginLink'],
    ['Here: [loginLink', '[loginLink', 'loginLink'],
    ['Here: [login link. Maria [sic]', '[login link', 'loginLink'],
    ['[loginLink\nis [firstName]', '[loginLink', 'loginLink'],
    ['Here: loginLink] now', 'loginLink]', 'loginLink'],
    ['Here: (loginLink)', '(loginLink)', 'loginLink'],
  ])('%j: %s is probably %s', (line, shown, suggestion) => {
    expect(findForeignTags(line)).toContainEqual({ shown, suggestion });
  });

  it.each([
    'Hi [firstName], here: [loginLink]',
    '[ login link ] and [firstName|you there]',
    'It rose by 5% and then by 10% more; {see below} (first name) «bonjour»',
    '[maria wrote this and never closed it',
    'The date] and [date of it; 【注意】',
    '[see the first name]',
    'Last name | First name | Email',
    '| first name | a || last name ||',
    '[fristName|Did you mean (lastName) or {{name}}]',
    'See my loginLink and my first name.',
  ])('%j holds none', (line) => {
    expect(findForeignTags(line)).toEqual([]);
  });

  it('takes a time that grows with the text alone', () => {
    const took = (line: string) => {
      const from = performance.now();
      findForeignTags(line);
      return performance.now() - from;
    };
    for (const part of [
      '[',
      '{{',
      '*|',
      '|a',
      '%',
      'loginLink] ',
      '[loginLink ',
      '［',
      '[firstName loginLink ',
    ])
      expect(took(part.repeat(100_000 / part.length))).toBeLessThan(2_000);
  });

  it('are told where they stand, go out as they stand, and are found across marks', () => {
    const { faults, content, stored } = composeMessage(
      {
        subject: 'Hi {{first_name}}',
        body: '<p>A {{login_<b>link</b>}} b</p><ul><li><p>［firstName］</p></li></ul><p><a href="{{login_link}}">in</a></p>',
        bodyFormat: 'HTML',
      },
      ['latch.test'],
    );
    expect(faults.map((fault) => [fault.kind, fault.place, 'shown' in fault && fault.shown])).toEqual([
      ['FOREIGN_TAG', 'SUBJECT', '{{first_name}}'],
      ['FOREIGN_TAG', 'BODY', '{{login_link}}'],
      ['FOREIGN_TAG', 'BODY', '{{login_link}}'],
      ['FOREIGN_TAG', 'BODY', '［firstName］'],
    ]);
    expect(stored.body).toContain('［firstName］');
    expect(content.usesLoginLink).toBe(false);
  });
});
