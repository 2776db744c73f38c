/** What axe finds on a page, over WCAG 2.2 A and AA and its best practices. */
import axe, { type AxeResults } from 'axe-core';
import type { CDPSession, Page } from 'playwright-core';

/** One line per finding: the rule, what it wants, and the elements. Empty where all is well. */
export async function axeFindings(page: Page, attached?: CDPSession): Promise<string[]> {
  // The content security policy lets no script in; the debugger's console is not under it.
  // A second session that leaves takes a plugged-in passkey device along: where there is one, its own is used.
  const debug = attached ?? (await page.context().newCDPSession(page));
  try {
    await debug.send('Runtime.evaluate', { expression: axe.source });
    const { result, exceptionDetails } = await debug.send('Runtime.evaluate', {
      expression:
        'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => ({ violations }))',
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(`axe could not run: ${exceptionDetails.text}`);
    const { violations } = result.value as Pick<AxeResults, 'violations'>;
    return violations.map(({ id, help, nodes }) => {
      const places = nodes.map(({ target }) => target.join(' ')).join(', ');
      return `${id}: ${help} (${places})`;
    });
  } finally {
    if (!attached) await debug.detach();
  }
}
