import { MAGIC_TAGS } from '@latchstring/message-language';
import { expect, it } from 'vitest';
import { tagValues } from './tag-values.ts';

const coach = {
  firstName: ' Dana',
  lastName: 'Reyes ',
  practice: { name: 'Northwind Coaching', supportEmail: 'hello@northwind.example.com' },
};

it('gives each magic tag what its name says, as the example in the table shows it', () => {
  const values = tagValues({
    coach,
    client: { firstName: 'Maria', lastName: 'Kowalska' },
    date: '25 November 2026',
  });
  const tags = MAGIC_TAGS.filter(({ name }) => name !== 'loginLink');
  expect(values).toEqual(Object.fromEntries(tags.map(({ name, example }) => [name, example])));
});

it('leaves no space where a client has one name, or none', () => {
  const named = (firstName: string, lastName: string) =>
    tagValues({ coach, client: { firstName, lastName }, date: '' }).clientName;
  expect([named('Jo', ''), named('', 'Kim'), named('', '')]).toEqual(['Jo', 'Kim', '']);
});
