import type { Span } from '../../../../model/span.js';
import { codePointLength } from '../../../../text/code-points.js';
import type { ReadLine } from '../../../../workflow/read-case-text.js';
import { type LinePlace, rawBetween } from './places.js';

/** The raw span of what is selected in the text; null for nothing. */
export function selectedSpan(lines: readonly ReadLine[]): Span | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const one = placeOf(range.startContainer, range.startOffset);
  const other = placeOf(range.endContainer, range.endOffset);
  return one && other ? rawBetween(lines, one, other) : null;
}

/** The place in a line at which a point of the document is. */
function placeOf(node: Node, offset: number): LinePlace | null {
  if (node.nodeType === Node.TEXT_NODE) {
    const part = node.parentElement?.closest<HTMLElement>('[data-at]');
    if (!part) return null;
    return placeIn(part, codePointLength((node.textContent ?? '').slice(0, offset)));
  }
  const parent = node as Element;
  const child = parent.childNodes[offset];
  const after = child instanceof Element ? firstPart(child) : null;
  if (after) return placeIn(after, 0);
  const own = parent.matches('[data-at]') ? (parent as HTMLElement) : null;
  if (own) return placeIn(own, offset === 0 ? 0 : codePointLength(own.textContent ?? ''));
  const before = [...parent.querySelectorAll<HTMLElement>('[data-at]')].at(-1);
  return before ? placeIn(before, codePointLength(before.textContent ?? '')) : null;
}

function firstPart(element: Element): HTMLElement | null {
  if (element.matches('[data-at]')) return element as HTMLElement;
  return element.querySelector<HTMLElement>('[data-at]');
}

function placeIn(part: HTMLElement, characters: number): LinePlace | null {
  const line = part.closest<HTMLElement>('[data-line]');
  if (!line) return null;
  return { line: Number(line.dataset['line']), at: Number(part.dataset['at']) + characters };
}
