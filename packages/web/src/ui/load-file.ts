/** Longer than a slow network needs for a small file; whoever waits for more is told. */
const patienceMs = 12_000;

/** A file of the app that somebody waits for. Rejects where it can't be fetched, or hangs. */
export function loadFile<Part>(fetching: Promise<Part>): Promise<Part> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('It took too long to fetch')), patienceMs);
    fetching.then(resolve, reject);
  });
}

/**
 * Loads the page anew, once the server answers: a browser asks again for a file that failed or hangs only then. While the
 * network is away this page stays, and does not make room for the browser's own words.
 */
export async function loadAnew(): Promise<void> {
  try {
    await fetch(location.pathname, { method: 'HEAD', signal: AbortSignal.timeout(patienceMs) });
    location.reload();
  } catch {
    // Still away.
  }
}

/** Time enough to come to a page and find a part of it missing again. */
const onceInMs = 60_000;

/**
 * Whether the server has the app of another release than this tab, which then has to be loaded anew. False also where that
 * was just done: two replicas may answer by turns, and nobody's page may go round in circles.
 */
export async function isOutdated(): Promise<boolean> {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (visit?.type === 'reload' && performance.now() < onceInMs) return false;
  const script = document.querySelector<HTMLScriptElement>('script[type=module][src]');
  try {
    const page = await fetch(location.pathname, { signal: AbortSignal.timeout(patienceMs) });
    return script !== null && !(await page.text()).includes(new URL(script.src).pathname);
  } catch {
    return false;
  }
}
