import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { isWithin, later, MINUTE_MS, SECOND_MS, type Clock } from '../clock.ts';
import type { ProviderWord } from '../mail/hear-provider.ts';
import { newId } from '../random-token.ts';

interface Tools {
  em: SqlEntityManager;
  clock: Clock;
}

const BEAT_MS = 10 * SECOND_MS;
/** Two beats were missed. */
const SILENT_MS = 30 * SECOND_MS;
/** One that died and was started anew is another: the one that died is told of for so long. */
const FORGOTTEN_MS = 15 * MINUTE_MS;

const BEAT = `
  insert into worker_beat as w (id, at, ended_at, provider_heard_at, provider_refuses_since) values (?, ?, ?, ?, ?)
  on conflict (id) do update set at = excluded.at, ended_at = excluded.ended_at,
    provider_heard_at = excluded.provider_heard_at, provider_refuses_since = excluded.provider_refuses_since`;

/** One worker's sign of life. */
export class WorkerBeats {
  readonly #id = newId();
  readonly #provider: () => ProviderWord;
  #last: Date | null = null;

  constructor(provider: () => ProviderWord) {
    this.#provider = provider;
  }

  /** It has just looked for work, and had an answer of the database. */
  async hasLooked(tools: Tools): Promise<void> {
    const now = tools.clock.now();
    if (this.#last && isWithin(this.#last, BEAT_MS, now)) return;
    this.#last = now;
    await this.#write(tools, null);
  }

  async end(tools: Tools): Promise<void> {
    if (this.#last) await this.#write(tools, tools.clock.now());
  }

  async #write({ em, clock }: Tools, endedAt: Date | null): Promise<void> {
    const { heardAt, refusesSince } = this.#provider();
    await em.execute(BEAT, [this.#id, clock.now(), endedAt, heardAt, refusesSince], 'run');
  }
}

/** Whether anybody works, and what the mail provider last said to any of them. */
export interface WorkersStanding {
  working: number;
  /** They ended without being told to, or stand still. */
  silent: number;
  /** Null: no worker was ever here. */
  lastAt: Date | null;
  providerRefusesSince: Date | null;
}

// A worker that heard nothing since may still believe what the provider told it last.
const STANDING = `
  select count(*) filter (where ended_at is null and at > ?)::int as working,
         count(*) filter (where ended_at is null and at <= ? and at > ?)::int as silent,
         max(at) as "lastAt",
         (array_agg(provider_refuses_since order by provider_heard_at desc nulls last))[1] as "providerRefusesSince"
    from worker_beat`;

export async function findWorkers({ em, clock }: Tools): Promise<WorkersStanding> {
  const now = clock.now();
  const [silentFrom, forgottenFrom] = [later(now, -SILENT_MS), later(now, -FORGOTTEN_MS)];
  const [row] = await em.execute<WorkersStanding[]>(STANDING, [silentFrom, silentFrom, forgottenFrom]);
  return row ?? { working: 0, silent: 0, lastAt: null, providerRefusesSince: null };
}
