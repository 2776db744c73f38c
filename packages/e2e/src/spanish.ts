/** What is left of English on a page that speaks Spanish. */
import type { Page } from 'playwright-core';

// Words that no Spanish sentence has.
const english =
  /\b(?:an|and|at|by|can|did|do|for|from|get|have|if|in|is|it|log|not|nothing|of|on|or|password|set|that|the|then|there|this|to|until|username|was|whoever|with|works?|you|your)\b/i;
// Addresses, tags and names stay as they are in every language; so do the initials of Dana Okafor.
const untranslated = /^DO$|\S+@\S+|\[\w+\]|Northwind Coaching|(?:America|Europe)\/[\w ]+/g;

/** In words: what the page shows, its title, and what it says to a screen reader alone. */
export async function englishLeft(page: Page): Promise<string[]> {
  const { language, said } = await page.evaluate(() => {
    const attributes = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'];
    const unseen = [...document.body.querySelectorAll('*')].flatMap((element) =>
      attributes.flatMap((name) => element.getAttribute(name) ?? []),
    );
    const { title, body, documentElement } = document;
    return { language: documentElement.lang, said: [title, ...body.innerText.split('\n'), ...unseen] };
  });
  const lines = new Set(said.map((line) => line.replace(untranslated, '').trim()));
  return [
    ...(language === 'es' ? [] : [`speaks “${language}”`]),
    ...[...lines].filter((line) => english.test(line)).map((line) => `not Spanish: ${line}`),
  ];
}
