let last: Promise<unknown> = Promise.resolve();

/**
 * Runs work that holds the whole process while it runs, such as reading a long text: one piece of it at a time, and
 * between two pieces everybody else has their turn, however many are asked for at once.
 */
export function inTurn<Made>(work: () => Made | Promise<Made>): Promise<Made> {
  const made = last.then(othersFirst).then(work);
  last = made.catch(() => undefined);
  return made;
}

/** What has come in meanwhile is answered before this goes on. */
const othersFirst = () => new Promise<void>((resolve) => setImmediate(resolve));
