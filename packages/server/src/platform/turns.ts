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

/** Nobody notices that they waited for so long. */
const SHORT_MS = 5;

/** Works through many small pieces, one after the other, and lets everybody else have their turn every few milliseconds. */
export async function inTurns<Item, Made>(
  items: readonly Item[],
  work: (item: Item) => Made | Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  let since = performance.now();
  for (const item of items) {
    if (performance.now() - since > SHORT_MS) {
      await othersFirst();
      since = performance.now();
    }
    made.push(await work(item));
  }
  return made;
}
