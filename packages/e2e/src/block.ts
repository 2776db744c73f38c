import type { Page, Route } from 'playwright-core';

/** None of these files gets through until what comes back is called. */
export async function block(
  page: Page,
  files: string | RegExp,
  how: 'fails' | 'hangs',
): Promise<() => Promise<void>> {
  const held: Route[] = [];
  await page.route(files, (route) => (how === 'fails' ? route.abort() : void held.push(route)));
  return async () => {
    await page.unroute(files);
    await Promise.all(held.map((route) => route.continue().catch(() => undefined)));
  };
}
