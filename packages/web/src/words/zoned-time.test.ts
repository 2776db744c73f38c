import { expect, test } from 'vitest';
import { zonedTime } from './zoned-time';

test('C064 an instant is shown on the clocks of its zone, and the zone is named', () => {
  const words = zonedTime('2027-03-28T01:30:00Z', 'Europe/Madrid');
  expect(words).toContain('2027');
  expect(words).toMatch(/0?3:30/);
  expect(words).toContain('Europe/Madrid');
});
