import type { Page } from 'playwright-core';

/**
 * What of a page lies beyond its place: the page is wider than the window, a list scrolls sideways, or text is cut off and can be
 * read nowhere else.
 */
export function faultsOfLayout(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    const { scrollWidth, clientWidth } = document.documentElement;
    const faults = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : [];
    for (const list of document.querySelectorAll('.paged')) {
      if (list.scrollWidth > list.clientWidth + 1) faults.push(`a list is ${list.scrollWidth} wide`);
    }
    const scrolls = (one: Element) => /auto|scroll/.test(getComputedStyle(one).overflowX);
    for (const one of document.querySelectorAll<HTMLElement>('body *')) {
      const { width, right, height } = one.getBoundingClientRect();
      const own = [...one.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      if (!own || width <= 1 || height <= 1 || !one.checkVisibility({ visibilityProperty: true })) continue;
      const around: Element[] = [];
      for (let at: Element | null = one; at !== null; at = at.parentElement) around.push(at);
      if (around.some((at) => at.closest('.skip, svg, [aria-hidden=true]'))) continue;
      const what = `${one.tagName.toLowerCase()}.${one.className} “${one.textContent?.trim().slice(0, 20)}”`;
      if (right > clientWidth + 1 && !around.some(scrolls)) faults.push(`${what} lies beyond the window`);
      const isCut = around.some((at) => {
        const hides = /hidden|clip/.test(getComputedStyle(at).overflowX);
        return (
          hides &&
          (at === one ? at.scrollWidth > at.clientWidth + 1 : right > at.getBoundingClientRect().right + 1)
        );
      });
      if (isCut && !around.some((at) => at.hasAttribute('title'))) faults.push(`${what} is cut off`);
    }
    return [...new Set(faults)];
  });
}

/** The buttons of a page over which a message lies. */
export function coveredButtons(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button')].flatMap((button) => {
      const { x, y, width, height } = button.getBoundingClientRect();
      const above = document.elementFromPoint(x + width / 2, y + height / 2)?.closest('.toast');
      return above && !above.contains(button) ? [button.innerText] : [];
    }),
  );
}
