/** What came of all rounds, as it is kept. */
import { CONTENDERS, OPERATIONS, type Contender, type Operation } from './plans.ts';
import type { Round } from './measure.ts';

export interface Spread {
  min: number;
  median: number;
  max: number;
}

export interface Row {
  contender: Contender;
  requestsPerSecond: Spread;
  cpuMsPerRequest: Spread;
  requests: number;
  errors: number;
  /** How many times the CPU of these, median by median. */
  cpuToRaw: number | null;
  cpuToBetterAuth: number | null;
}

export interface Report {
  day: string;
  machine: string;
  release: string;
  rounds: number;
  secondsPerRound: number;
  tookSeconds: number;
  conditions: string[];
  operations: { operation: Operation; connections: number; rows: Row[] }[];
}

/** Three significant figures: more than that no run repeats. */
export const rounded = (value: number) => Number(value.toPrecision(3));

export function spreadOf(values: number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? NaN;
  const median = (at(0.5) + (sorted[Math.floor(sorted.length / 2)] ?? NaN)) / 2;
  return { min: rounded(at(0)), median: rounded(median), max: rounded(at(1)) };
}

export type Measured = Record<Operation, Map<Contender, Round[]>>;

export function rowsOf(measured: Map<Contender, Round[]>): Row[] {
  const median = (contender: Contender) => spreadOf((measured.get(contender) ?? []).map(cpuOf)).median;
  const ratio = (contender: Contender, other: Contender) =>
    measured.has(other) ? rounded(median(contender) / median(other)) : null;
  return CONTENDERS.flatMap((contender) => {
    const rounds = measured.get(contender);
    if (!rounds) return [];
    return {
      contender,
      requestsPerSecond: spreadOf(rounds.map((round) => round.requestsPerSecond)),
      cpuMsPerRequest: spreadOf(rounds.map(cpuOf)),
      requests: sum(rounds.map(({ requests }) => requests)),
      errors: sum(rounds.map(({ errors }) => errors)),
      cpuToRaw: ratio(contender, 'raw'),
      cpuToBetterAuth: ratio(contender, 'better-auth'),
    };
  });
}

const cpuOf = ({ cpuMsPerRequest }: Round) => cpuMsPerRequest;
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

export const NAMES: Record<Contender, string> = {
  product: 'Latchstring',
  'better-auth': 'Better Auth',
  apollo: 'Apollo + Fastify, statements by hand',
  mercurius: 'mercurius, statements by hand',
  yoga: 'graphql-yoga, statements by hand',
  raw: 'node:http + pg by hand',
};

const spread = ({ min, median, max }: Spread) => `${median} (${min}–${max})`;
const times = (ratio: number | null) => (ratio === null ? '–' : String(ratio));

/** In Markdown. */
export function tableOf({ operations }: Report): string {
  const lines = operations.flatMap(({ operation, rows }) =>
    rows.map(({ contender, requestsPerSecond, cpuMsPerRequest, errors, cpuToRaw, cpuToBetterAuth }) =>
      [
        operation,
        NAMES[contender],
        spread(cpuMsPerRequest),
        times(cpuToRaw),
        times(cpuToBetterAuth),
        spread(requestsPerSecond),
        errors === 0 ? '0' : `**${errors}: not valid**`,
      ].join(' | '),
    ),
  );
  const head = ['operation', '', 'CPU ms a request', '× by hand', '× Better Auth', 'requests/s', 'errors'];
  return [head.join(' | '), head.map(() => '---').join(' | '), ...lines]
    .map((line) => `| ${line} |`)
    .join('\n');
}

export const emptyMeasured = (): Measured =>
  Object.fromEntries(OPERATIONS.map((operation) => [operation, new Map()])) as Measured;
