import { expect, test } from 'vitest';
import { outcomeChips, readOutcome, searchOfOutcome } from './delivery-outcomes';

const counts = { cameIn: 31, arrived: 20, onTheWay: 1, cameBack: 2, notSent: 0, held: 1 };

test('which deliveries are shown goes into the address and comes back out of it', () => {
  for (const { value } of outcomeChips(counts, true)) expect(readOutcome(searchOfOutcome(value))).toBe(value);
  expect(searchOfOutcome('CAME_BACK')).toBe('?show=came-back');
  expect(searchOfOutcome(null)).toBe('');
  expect(readOutcome('?show=cameback')).toBe(null);
});

test('the chips hold each reader once, and speak of links only where there were some', () => {
  const chips = outcomeChips(counts, true);
  expect(chips.map(({ count }) => count)).toEqual([31, 20, 1, 2, 0, 1]);
  expect(chips[1]?.label).toBe('Arrived, link not used');
  expect(outcomeChips(counts, false)[1]?.label).toBe('Arrived');
});
