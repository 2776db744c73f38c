import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '../../src/schema.ts';
import { callers, fill, newCast, visit, type Caller, type Cast } from '../world/fuzz/cast.ts';
import { documentOf, placesOf, valuesFor, type Place } from '../world/fuzz/places.ts';
import { useWorld, withoutLimits } from '../world/world.ts';

/*
 * Documents of a right shape with wrong values, by everybody, to a server that listens. FUZZ_REQUESTS says how many
 * requests there are in all, FUZZ_SEED which ones; a failure prints the seed and the smallest example.
 */
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 700);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_125);
const PATIENCE_MS = 10_000;
const CAST_LIVES = 25;

const world = useWorld({ settings: withoutLimits });
const places = placesOf(await createSchema());
const runsEach = Math.ceil(REQUESTS / places.length);

let url = '';
let cast: Cast;
let played = CAST_LIVES;
beforeAll(async () => {
  url = `${await world.http.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
});

/** What came of a request, counted by place: so that nobody believes in a fuzzer that only meets closed doors. */
const outcomes = new Map<string, Map<string, number>>(
  places.map(({ name }) => [name, new Map<string, number>()]),
);
let slowest = { ms: 0, place: '' };
let sent = 0;

interface Shot {
  caller: Caller;
  values: Record<string, unknown>;
  part: number;
  inline: boolean;
}

function shotsAt(place: Place): fc.Arbitrary<Shot> {
  const values = fc.oneof(...[0, 10, 40, 90].map((bad) => valuesFor(place, bad)));
  const caller = fc.oneof(
    { weight: 4, arbitrary: fc.constant<Caller>('coach') },
    { weight: 6, arbitrary: fc.constantFrom(...callers) },
  );
  const inline = fc.oneof(
    { weight: 5, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  );
  return fc.record({ caller, values, part: fc.nat(20), inline });
}

/** What no answer may hold: parts of stacks, of statements, of the words of drivers. None of them is ever sent. */
const INSIDES =
  /(?:\\n|\n|")\s+at \S+ \(|node_modules|\.[cm]?[jt]s:\d|invalid input syntax|invalid byte sequence|violates|duplicate key|syntax error at|unterminated|relation "|out of range for|DriverException|SqlError|kysely|mikro|pglite|pgboss|Cannot read propert|is not a function|is not iterable/i;

async function shoot(place: Place, shot: Shot): Promise<string[]> {
  if (played >= CAST_LIVES) [cast, played] = [await newCast(world), 0];
  played += 1;
  const visitor = await visit(world, cast, shot.caller);
  const values = await fill(world, cast, visitor, shot.values);
  const query = documentOf(place, values, shot);
  const start = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...visitor.headers },
    body: JSON.stringify({ query, ...(shot.inline ? {} : { variables: values }) }),
    signal: AbortSignal.timeout(2 * PATIENCE_MS),
  });
  const body = await response.text();
  const ms = performance.now() - start;
  sent += 1;
  if (ms > slowest.ms) slowest = { ms, place: place.name };
  const outcome = outcomeOf(body);
  const seen = outcomes.get(place.name);
  seen?.set(outcome, (seen.get(outcome) ?? 0) + 1);
  const faults = [];
  if (response.status >= 500 || outcome === 'INTERNAL_SERVER_ERROR' || outcome === 'no JSON')
    faults.push(`${response.status} ${body.slice(0, 500)} ${world.logLines.at(-2) ?? ''}`);
  const inside = INSIDES.exec(body);
  if (inside) faults.push(`"${inside[0]}" in ${body.slice(0, 500)}`);
  if (ms > PATIENCE_MS) faults.push(`took ${Math.round(ms)} ms`);
  return faults;
}

function outcomeOf(body: string): string {
  try {
    const { data, errors } = JSON.parse(body) as {
      data?: Record<string, { __typename?: string } | null> | null;
      errors?: { extensions: { code: string } }[];
    };
    if (errors?.[0])
      return (
        errors
          .map(({ extensions }) => extensions.code)
          .sort()
          .at(-1) ?? ''
      );
    const [answer] = Object.values(data ?? {});
    return answer?.__typename ?? (answer === null ? 'null' : 'a value');
  } catch {
    return 'no JSON';
  }
}

/** Random values may miss what an operation is for: careful ones then show that there is a way in. */
async function knockUntilOpen(place: Place, seed: number): Promise<void> {
  for (const values of fc.sample(valuesFor(place, 0), { seed, numRuns: 60 }))
    for (const caller of callers) {
      if (!isClosed(place.name)) return;
      expect(await shoot(place, { caller, values, part: 0, inline: false })).toEqual([]);
    }
}

const isClosed = (name: string) =>
  [...(outcomes.get(name)?.keys() ?? [])].every((outcome) => CLOSED.has(outcome));

const CLOSED = new Set([
  ...['UNAUTHENTICATED', 'FORBIDDEN', 'TooManyAttempts', 'RATE_LIMITED', 'ReadOnlyAccess'],
  ...['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'InvalidInput'],
]);

/** What only a device can answer: passkeys.test.ts has one. */
const NEEDS_A_DEVICE = new Set(['addPasskey']);

describe(`every argument of every operation, by everybody: seed ${SEED}`, () => {
  it.each(places.map((place, i) => ({ ...place, seed: SEED + i })))(
    'P032 $name answers in words whatever it is given, and in time',
    async (place) => {
      await fc.assert(
        fc.asyncProperty(shotsAt(place), async (shot) => {
          expect(await shoot(place, shot)).toEqual([]);
        }),
        { seed: place.seed, numRuns: runsEach },
      );
      if (!NEEDS_A_DEVICE.has(place.name)) await knockUntilOpen(place, place.seed);
    },
    3_600_000,
  );

  it('and no job that came of it failed', async () => {
    await world.settle();
    const faults = world.logLines.filter((line) => Number(/"level":(\d+)/.exec(line)?.[1]) >= 50);
    expect(faults).toEqual([]);
  }, 120_000);

  it('most of it got through to what each operation is for', () => {
    const closed = places.map(({ name }) => name).filter(isClosed);
    expect(closed.filter((name) => !NEEDS_A_DEVICE.has(name))).toEqual([]);
    const throttled = [...outcomes.values()].reduce(
      (sum, seen) => sum + (seen.get('TooManyAttempts') ?? 0),
      0,
    );
    expect(throttled).toBe(0);
  });

  afterAll(() => {
    const kinds = [...outcomes.values()].reduce((sum, seen) => sum + seen.size, 0);
    console.error(
      `${sent} requests at ${places.length} places, ${kinds} kinds of answers; the slowest took ${Math.round(slowest.ms)} ms (${slowest.place})`,
    );
    if (process.env['FUZZ_TABLE'])
      for (const [name, seen] of outcomes) console.error(name, Object.fromEntries(seen));
  });
});
