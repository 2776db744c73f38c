/** What became of each step of the fortress. What never ran is neither good nor bad, and is told as that. */

/** The exit code of a program that could not do its work here: GNU Automake's word for "skipped". */
export const NOT_RUN = 77;

export interface Result {
  name: string;
  seconds: number;
  /** What does not hold, in a few words; empty: nothing. */
  broken: string[];
  /** What was not run, and why. */
  notRun: string[];
}

/** The part of Vitest's JSON report that is read here. */
export interface Report {
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

/** Tests that are skipped on some machines: the file's name → what it needs. */
export const NEEDS: Record<string, string> = {
  'full-disk': 'needs root, to mount a disk of its own',
  'hanging-database': "needs PostgreSQL's own programs (/usr/lib/postgresql), to start a server of its own",
  'database-restarts': "needs PostgreSQL's own programs (/usr/lib/postgresql), to start a server of its own",
  unavailable: "needs PostgreSQL's own programs (/usr/lib/postgresql), to start a server of its own",
  'least-privilege': "needs PostgreSQL's own programs (/usr/lib/postgresql), to start a server of its own",
  'frozen-worker': 'needs TEST_DATABASE_URL: two processes share no embedded database',
  'nobody-works': 'needs TEST_DATABASE_URL: two processes share no embedded database',
  'killed-workers': 'needs TEST_DATABASE_URL: two processes share no embedded database',
  'login-flood': 'needs TEST_DATABASE_URL',
  'texts-pressed': 'needs a machine that does nothing else, and TEST_DATABASE_URL',
  'own-letter-timing': 'needs a machine that does nothing else',
  'reading-cost': 'needs TEST_DATABASE_URL',
  'no-database': 'needs TEST_DATABASE_URL, for a database that is not migrated',
  'hanging-provider': 'needs TEST_DATABASE_URL, for a worker in a process of its own',
  'restored-backup': 'needs TEST_DATABASE_URL, for a database that is dumped and restored',
  failover: "needs HAProxy (/usr/sbin/haproxy) and PostgreSQL's own programs, to start servers of its own",
  pooler: 'needs PgBouncer (/usr/sbin/pgbouncer) and TEST_DATABASE_URL',
  plans: 'needs TEST_DATABASE_URL: the embedded database plans for itself',
  'schema-behind': 'needs TEST_DATABASE_URL, for databases of other releases',
};

const SKIPPED = ['skipped', 'pending', 'todo', 'disabled'];

/**
 * Reads what Vitest reports of a step. `filters` are what it was asked to run: one that matches no file would else be
 * passed over without a word, as Vitest only complains when none of them does. `elsewhere` are files whose tests another
 * step runs.
 */
export function readReport(
  report: Report | null,
  asked: { code: number; filters: string[]; elsewhere?: string[] },
): Pick<Result, 'broken' | 'notRun'> {
  const { code, filters, elsewhere = [] } = asked;
  if (!report) return { broken: [`no report, exit code ${String(code)}`], notRun: [] };
  const files = report.testResults.map(({ name }) => name);
  const missing = filters.filter((filter) => !files.some((file) => file.includes(filter)));
  const broken = missing.map((filter) => `no test file is called ${filter}`);
  if (code !== 0) broken.push(`exit code ${String(code)}, see above`);
  const notRun = report.testResults.flatMap(({ name, assertionResults }) => {
    const file = fileOf(name);
    const skipped = assertionResults.filter(({ status }) => SKIPPED.includes(status)).length;
    if (skipped === 0 || elsewhere.includes(file)) return [];
    return [
      `${file}: ${String(skipped)} of ${String(assertionResults.length)} tests: ${NEEDS[file] ?? 'skipped'}`,
    ];
  });
  return { broken, notRun };
}

const fileOf = (path: string) => (path.split('/').at(-1) ?? path).replace(/\.test\.ts$/, '');

/** The last lines, and the exit code: 0 only where everything ran and held. */
export function closing(results: Result[]): { text: string; code: number } {
  const lines = results.map(({ name, seconds, broken, notRun }) => {
    const sign = broken.length > 0 ? '✖' : notRun.length > 0 ? '–' : '✔';
    const why = [...broken, ...notRun.map((what) => `not run: ${what}`)].map((words) => `\n    ${words}`);
    return `${sign} ${name} (${seconds.toFixed(0)} s)${why.join('')}`;
  });
  const bad = results.filter(({ broken }) => broken.length > 0).length;
  const open = results.filter(({ notRun }) => notRun.length > 0).length;
  const words = [
    ...(bad > 0 ? [`${String(bad)} of these do not hold.`] : []),
    ...(open > 0
      ? [`${String(open)} of these were not run, or not as a whole: nothing is said of that.`]
      : []),
    ...(results.length === 0 ? ['Nothing was run.'] : []),
  ];
  const code = bad > 0 || results.length === 0 ? 1 : open > 0 ? 3 : 0;
  return { text: `${lines.join('\n')}\n${words.join('\n') || 'It holds.'}`, code };
}
