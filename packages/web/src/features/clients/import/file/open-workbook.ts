import type { Workbook } from './workbook';

/** Far longer than 50 MB need. */
const patienceMs = 20_000;

/** Reads a workbook beside the page, which stays awake whatever is in it; that part is fetched only now. */
export function openWorkbook(bytes: Uint8Array): Promise<Workbook | { problem: 'NOT_LOADED' }> {
  const worker = new Worker(new URL('./workbook.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Workbook | { problem: 'NOT_LOADED' }>((resolve) => {
    setTimeout(() => resolve({ problem: 'UNREADABLE' }), patienceMs);
    worker.addEventListener('error', () => resolve({ problem: 'NOT_LOADED' }));
    worker.addEventListener('message', ({ data }: MessageEvent<Workbook>) => resolve(data));
    worker.postMessage(bytes);
  }).finally(() => worker.terminate());
}
