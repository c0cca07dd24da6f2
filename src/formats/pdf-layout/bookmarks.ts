import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Bookmark } from './line-kinds.js';

/** A document without bookmarks has null. */
type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>> | null;
type Destination = NonNullable<Outline>[number]['dest'];

/** The bookmarks of a document that lead to one of its pages, in order; what they are damaged in is left out. */
export async function readBookmarks(document: PDFDocumentProxy): Promise<Bookmark[]> {
  const bookmarks: Bookmark[] = [];
  const add = async (items: Outline, level: number) => {
    for (const { title, dest, items: below } of items ?? []) {
      const page = await pageOf(document, dest);
      if (page !== undefined) bookmarks.push({ title, page, level });
      await add(below as Outline, level + 1);
    }
  };
  await add(await document.getOutline().catch(() => null), 1);
  return bookmarks;
}

async function pageOf(document: PDFDocumentProxy, destination: Destination): Promise<number | undefined> {
  try {
    const target = typeof destination === 'string' ? await document.getDestination(destination) : destination;
    const page: unknown = target?.[0];
    if (typeof page === 'number') return page;
    return page
      ? await document.getPageIndex(page as Parameters<PDFDocumentProxy['getPageIndex']>[0])
      : undefined;
  } catch {
    return undefined;
  }
}
