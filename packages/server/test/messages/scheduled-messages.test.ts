import { CheckMessageDocument } from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { redeem } from '../world/acts.ts';
import { deliverNow, MINUTE_MS, sendTo } from '../world/sending.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();
const HOUR_MS = 60 * MINUTE_MS;
const timeZone = 'Europe/Madrid';

function moveTo(at: Date): void {
  world.clock.advance(at.getTime() - world.clock.now().getTime());
}

describe('a scheduled message keeps its wall-clock time in Europe/Madrid', () => {
  // In the order of the calendar: the clock only goes on.
  it.each([
    ['C064 on the day summer time begins', '2027-03-28T09:00', '2027-03-28T07:00Z', '2027-03-28T09:00'],
    ['on the day it ends', '2027-10-31T09:00', '2027-10-31T08:00Z', '2027-10-31T09:00'],
    ['C064 in the hour that is skipped', '2028-03-26T02:30', '2028-03-26T01:30Z', '2028-03-26T03:30'],
    ['in the hour that comes twice', '2028-10-29T02:30', '2028-10-29T00:30Z', '2028-10-29T02:30'],
  ])(
    '%s: it goes then and not before, and its links live 72 hours from then',
    async (_kind, localTime, due, shown) => {
      const at = new Date(due);
      moveTo(new Date(at.getTime() - 30 * HOUR_MS));
      const { browser, input, look, lookAgain, people } = await sendTo(world, 2, {
        schedule: { localTime, timeZone },
      });
      const { checkMessage } = await browser.run(CheckMessageDocument, { input, previews: 1 });
      expect(checkMessage).toMatchObject({ ok: true, scheduledFor: at.toISOString() });
      expect(await look()).toMatchObject({
        state: 'SCHEDULED',
        scheduledFor: at.toISOString(),
        schedule: { localTime: shown, timeZone },
      });
      moveTo(new Date(at.getTime() - 1_000));
      await deliverNow(world);
      const [one, other] = people.map(({ email }) => email);
      expect(await world.letters(one)).toHaveLength(0);
      expect(await world.rows('select 1 from login_link where account_id = ?', [people[0]?.id])).toHaveLength(
        0,
      );

      moveTo(at);
      await deliverNow(world);
      const ends = new Date(at.getTime() + 72 * HOUR_MS).toISOString();
      const message = await lookAgain();
      expect(message).toMatchObject({ state: 'SENT', sentAt: at.toISOString(), deliveryCounts: { sent: 2 } });
      expect(message?.deliveries.nodes.map(({ loginLinkExpiresAt }) => loginLinkExpiresAt)).toEqual([
        ends,
        ends,
      ]);
      const tokens = await Promise.all(
        [one, other].map(async (email) => (await world.latest(email ?? '')).token()),
      );
      world.clock.advance(72 * HOUR_MS - MINUTE_MS);
      expect((await redeem(world.browser(), tokens[0] ?? '')).__typename).toBe('LoggedIn');
      world.clock.advance(2 * MINUTE_MS);
      expect((await redeem(world.browser(), tokens[1] ?? '')).__typename).toBe('LoginLinkUnusable');
    },
  );
});
