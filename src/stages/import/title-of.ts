import { codePointLength } from '../../text/code-points.js';
import { SENTENCE_END } from '../../text/han.js';

const MAX_TITLE_LENGTH = 40;
const HEADING = /^#[ \t]+([^#\s].{0,199})/m;
const ENDS_SENTENCE = new RegExp(`[${SENTENCE_END}]$`);

/** The title a text gives itself: a markdown heading, else a short first line that is no sentence, else none. */
export function titleOf(text: string, source: string): string | undefined {
  const heading = /\.(md|markdown)$/i.test(source)
    ? HEADING.exec(text)?.[1]?.replace(/[ \t#]+$/, '')
    : undefined;
  if (heading) return heading;
  const firstLine = /\S[^\r\n]*/.exec(text)?.[0].trimEnd() ?? '';
  if (codePointLength(firstLine) > MAX_TITLE_LENGTH || ENDS_SENTENCE.test(firstLine)) return undefined;
  return firstLine || undefined;
}
