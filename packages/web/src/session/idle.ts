/** Runs `task` when the page has been usable for a while and the browser has nothing better to do. */
export function whenIdle(task: () => void): () => void {
  const settleMs = 2_000;
  const timer = setTimeout(() => {
    if ('requestIdleCallback' in window) requestIdleCallback(task, { timeout: 10_000 });
    else task();
  }, settleMs);
  return () => clearTimeout(timer);
}
