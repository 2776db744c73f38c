import { join } from 'node:path';
import { afterAll, beforeAll, inject, vi } from 'vitest';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { createApp, type App } from '../../src/app.ts';
import type { Env } from '../../src/env.ts';
import { createLog } from '../../src/platform/log.ts';
import { createMailbox } from '../../src/platform/mail/mailbox.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';
import { Browser, type BrowserTraits } from './browser.ts';
import { builtApp } from './built-app.ts';
import { FakeClock } from './fake-clock.ts';
import { ReadLetter } from './letters.ts';
import { copyTemplate } from './template.ts';
import { testEnv } from './test-env.ts';

export interface WorldOptions {
  env?: Partial<Env>;
  settings?: Partial<Settings>;
  /** False: the jobs are for other processes. */
  worker?: boolean;
  /** How often the worker asks for jobs that nobody tells it of. */
  pollEveryMs?: number;
  /** How often the worker looks for what is due, and the API for whether anybody works; 0: only when it is told. */
  lookEveryMs?: number;
}

const { limits, documents } = defaultSettings;

/** Asking every second, as in production, would be a seventh of all the work that tests make. */
const SELDOM_MS = 5_000;

/** As in production, for those that look at how jobs are tried again. */
export const promptRetries = { pollEveryMs: 1_000 } satisfies WorldOptions;

/** What tests hash with, unless the hashing is what they look at: a fortieth of the work. */
const cheapHashing = { memoryKiB: 1_024, passes: 1 };

/** As in production, for those that look at it. */
export const realHashing: Partial<Settings> = { passwordHashing: defaultSettings.passwordHashing };

/** For walks through the whole schema: nothing is refused for its number or its size. */
export const withoutLimits: Partial<Settings> = {
  limits: Object.fromEntries(
    Object.entries(limits).map(([name, limit]) => [name, { ...limit, points: 1_000_000 }]),
  ) as Settings['limits'],
  documents: { ...documents, fields: 5_000, breadth: 500, aliases: 5_000, depth: 50, cost: 1e9 },
};

/** A whole house of one's own for a test file: real server, real database, real mailbox, a clock that tests drive. */
export class World {
  readonly clock = new FakeClock();
  readonly logLines: string[] = [];
  app!: App;
  env!: Env;
  #drop = () => Promise.resolve();
  #addresses = 0;
  #isOpen = false;
  #parts = { worker: true, pollEveryMs: SELDOM_MS, lookEveryMs: 0 };

  async open({
    env = {},
    settings = {},
    worker = true,
    pollEveryMs = SELDOM_MS,
    lookEveryMs = 0,
  }: WorldOptions): Promise<void> {
    const { drop, ...database } = await copyTemplate(inject('runDir'), inject('postgres'));
    this.#drop = drop;
    this.env = testEnv({ ...database, appDir: await builtApp(database.dataDir), ...env });
    this.env.settings = { ...this.env.settings, passwordHashing: cheapHashing, ...settings };
    this.#parts = { worker, pollEveryMs, lookEveryMs };
    await this.#begin();
  }

  async #begin(): Promise<void> {
    const { worker, pollEveryMs, lookEveryMs } = this.#parts;
    this.app = await createApp({
      env: this.env,
      clock: this.clock,
      log: createLog(this.env.logLevel, (line) => void this.logLines.push(line)),
      lookEveryMs,
      pollEveryMs,
      parts: { api: true, worker, migrate: false },
    });
    this.#isOpen = true;
  }

  /** The same house on the same database, begun again with other settings. */
  async reopen(env: Partial<Env> = {}, { worker = this.#parts.worker } = {}): Promise<void> {
    await this.leave();
    this.#parts.worker = worker;
    this.env = { ...this.env, ...env };
    await this.#begin();
  }

  /** Nobody is in; what is asked of it meanwhile fails. */
  async leave(): Promise<void> {
    if (this.#isOpen) await this.app.stop();
    this.#isOpen = false;
  }

  async close(): Promise<void> {
    await this.leave();
    await this.#drop();
    vi.useRealTimers();
  }

  get http(): FastifyInstance {
    if (!this.app.http) throw new Error('This world has no HTTP');
    return this.app.http;
  }

  get em(): SqlEntityManager {
    return this.app.open().em;
  }

  /** A fresh browser profile, each at an address of its own unless one is given. */
  browser(traits: BrowserTraits = {}): Browser {
    this.#addresses += 1;
    const address = `198.51.${100 + (this.#addresses >> 8)}.${this.#addresses & 255}`;
    // Stays with a house that is begun again.
    const house = { inject: (request: InjectOptions) => this.http.inject(request) };
    const here = { address, trusted: this.env.production };
    return new Browser(house as unknown as FastifyInstance, { ...here, ...traits });
  }

  rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return this.em.execute(sql, values);
  }

  /** Waits until no job is waiting or running, but those that are held until they are released. */
  async settle(patienceMs = 60_000): Promise<void> {
    const query = `select count(*)::int as open,
        array_agg(distinct name) filter (where state = 'retry' and start_after <= now()) as due
      from pgboss.job where state in ('created', 'active', 'retry') and name not in ('housekeeping', 'given-up')
       and start_after < '9000-01-01'`;
    const deadline = performance.now() + patienceMs;
    while (performance.now() < deadline) {
      if (!this.env.databaseUrl) await this.#endPauses();
      const [row] = await this.rows<{ open: number; due: string[] }>(query);
      if (row?.open === 0) return;
      for (const queue of row?.due ?? []) await this.#tellWorkers(queue);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`Jobs were still open after ${patienceMs / 1_000} s`);
  }

  /**
   * The embedded database lives in this process and reads its Date, which tests hold still: the pause before a job's next
   * try would never be over.
   */
  async #endPauses(): Promise<void> {
    await this.rows(
      `update pgboss.job set start_after = now() where state = 'retry' and start_after > now()`,
    );
  }

  /** That a pause is over, as pg-boss tells its workers of a new job: they ask seldom here. */
  async #tellWorkers(queue: string): Promise<void> {
    await this.rows(`select pg_notify('pgboss_' || left(encode(sha224('pgboss'), 'hex'), 24), ?)`, [queue]);
  }

  /** All letters so far, oldest first, once the jobs are done. */
  async letters(to?: string): Promise<ReadLetter[]> {
    await this.settle();
    const kept = await createMailbox(join(this.env.dataDir, 'mailbox'), this.clock).letters();
    const all = kept.reverse().map((letter) => new ReadLetter(letter));
    return to === undefined ? all : all.filter((letter) => letter.to === to);
  }

  async latest(to: string): Promise<ReadLetter> {
    const letter = (await this.letters(to)).at(-1);
    if (!letter) throw new Error(`No letter to ${to}`);
    return letter;
  }
}

/** A world for the whole of this file. */
export function useWorld(options: WorldOptions = {}): World {
  const world = new World();
  beforeAll(() => world.open(options));
  afterAll(() => world.close());
  return world;
}
