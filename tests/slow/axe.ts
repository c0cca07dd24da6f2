import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** The serious faults of accessibility that a page has by all rules, or by some of them, as rule and place. */
export async function seriousFaults(page: Page, rules?: string[]): Promise<string[]> {
  // By the protocol of the browser: the page itself allows no script from elsewhere.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate((runOnly) => window.axe.run(runOnly ? { runOnly } : {}), rules);
  return violations.flatMap(({ id, impact, nodes }) =>
    impact === 'serious' || impact === 'critical'
      ? nodes.map(({ target }) => `${id}: ${target.join(' ')}`)
      : [],
  );
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
