import type { WordInContext } from '../workflow/concordance.js';
import { askChild } from './ask-child.js';
import type { WebContext } from './web-env.js';

/** So many places are listed at most: words of one character stand in every sentence. */
const MOST_PLACES = 200;
/** How many are looked for at a time, the first of them soon; what else the page asks is answered in between. */
const [FIRST, PART] = [10, 40];

/** The places of a word in all cases, part by part as they are found, until there are no more or so many were given. */
async function* findPlaces(context: WebContext, word: string): AsyncGenerator<WordInContext, undefined> {
  let after: WordInContext['lines'][number] | undefined;
  for (let given = 0; given < MOST_PLACES; ) {
    const most = Math.min(given === 0 ? FIRST : PART, MOST_PLACES - given);
    const part = await askChild(context, 'contexts', { word, after, most });
    yield part;
    given += part.lines.length;
    after = part.lines.at(-1);
    if (!part.hasMore) return;
  }
}

/**
 * Answers with them, a line of JSON for each part; the search ends when the page lets go of it.
 * @throws UserError cases/nothing-to-find
 */
export async function streamPlaces(context: WebContext, word: string): Promise<Response> {
  const parts = findPlaces(context, word);
  // What is wrong with the question is said before the answer begins.
  let next = await parts.next();
  const encoder = new TextEncoder();
  const lines = new ReadableStream<Uint8Array>({
    async pull(stream) {
      if (next.done) return stream.close();
      stream.enqueue(encoder.encode(`${JSON.stringify(next.value)}\n`));
      next = await parts.next();
    },
  });
  return context.body(lines, 200, { 'content-type': 'application/x-ndjson' });
}
