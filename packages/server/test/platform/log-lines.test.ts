import { RequestLoginLinkDocument, SetPasswordDocument } from '@latchstring/operations';
import { beforeAll, describe, expect, it } from 'vitest';
import { browserByLink, logIn, loggedInBrowser } from '../world/acts.ts';
import { aClient } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();

type Entry = Record<string, unknown>;
const entries = (): Entry[] => world.logLines.map((line) => JSON.parse(line) as Entry);

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const text = (value: unknown) => typeof value === 'string' && value.length > 0;
const number = (value: unknown) => Number.isInteger(value);
const id = (value: unknown) => typeof value === 'string' && ID.test(value);

/** Each kind of line, by its words: what stands in it, and nothing else. As docs/security.md lists them. */
const KINDS: Record<string, Record<string, (value: unknown) => boolean>> = {
  request: { request: id, method: text, route: text, operation: text, status: number, ms: number },
  outcome: { request: id, mutation: text, outcome: text },
  refused: { request: id, code: text, reason: (value) => value === undefined || text(value) },
  'a request failed': { reference: text, err: (value) => typeof value === 'object' },
  'a job failed': { queue: text, job: text, attempt: number, err: (value) => typeof value === 'object' },
};

describe('the lines of the log', () => {
  beforeAll(async () => {
    const client = await aClient(world);
    await loggedInBrowser(world, client);
    await logIn(world.browser(), client.username, 'wrong');
    await world.browser().run(RequestLoginLinkDocument, { username: client.username });
    await browserByLink(world, client);
    await world.browser().ask(SetPasswordDocument, { newPassword: 'x' });
    await world.browser().post({ query: '{' });
    await world.browser().send('GET', '/no/such/page');
    await world.browser().post({ query: '{ __typename }' }, { origin: 'https://evil.test' });
    // No job of before may meet the fault.
    await world.settle();
    await world.rows(
      `create function explode() returns trigger language plpgsql as 'begin raise exception ''x''; end'`,
    );
    await world.rows(
      'create trigger explode before insert or update on rate_limit for each row execute function explode()',
    );
    await world.browser().ask(RequestLoginLinkDocument, { username: 'whoever' });
    await world.rows('drop trigger explode on rate_limit');
    await world.settle();
  });

  it('P055 are one JSON object each, with the time in milliseconds of UTC, a level and words', () => {
    expect(world.logLines.length).toBeGreaterThan(15);
    const now = world.clock.now().getTime();
    for (const line of world.logLines) {
      expect(line.endsWith('\n')).toBe(true);
      expect(line.trimEnd()).not.toContain('\n');
      const { time, level, msg } = JSON.parse(line) as Entry;
      // Since 1970, and in no zone: the same on every machine.
      expect(Math.abs(Number(time) - now)).toBeLessThan(60_000);
      expect([10, 20, 30, 40, 50, 60]).toContain(level);
      expect(text(msg)).toBe(true);
    }
  });

  it('P054 are of the kinds that docs/security.md lists, with what each says and nothing else', () => {
    const seen = new Set<string>();
    for (const entry of entries()) {
      const { time: _time, level: _level, msg, ...rest } = entry;
      const kind = KINDS[String(msg)];
      expect(kind, JSON.stringify(entry)).toBeDefined();
      seen.add(String(msg));
      for (const [field, isRight] of Object.entries(kind ?? {}))
        expect(isRight(rest[field]), `${field} of ${JSON.stringify(entry)}`).toBe(true);
      expect(Object.keys(rest).filter((field) => !(field in (kind ?? {})))).toEqual([]);
    }
    expect([...seen].sort()).toEqual(['a request failed', 'outcome', 'refused', 'request']);
  });

  it('P056 of one request can be joined, from its outcome to its status', () => {
    const requests = new Set(entries().flatMap(({ msg, request }) => (msg === 'request' ? [request] : [])));
    const others = entries().filter(({ msg }) => msg === 'outcome' || msg === 'refused');
    expect(others.length).toBeGreaterThan(4);
    for (const { request } of others) expect(requests).toContain(request);
  });

  it('tell of what another site sent, and of a document that is none', () => {
    expect(entries()).toContainEqual(expect.objectContaining({ msg: 'request', status: 403 }));
    expect(entries()).toContainEqual(
      expect.objectContaining({ msg: 'refused', code: 'GRAPHQL_PARSE_FAILED' }),
    );
  });
});
