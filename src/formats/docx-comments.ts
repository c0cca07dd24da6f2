import type { Span } from '../model/span.js';
import type { CommentedText, ExportedMark, WordComment } from '../model/word-comment.js';
import { offsetMap } from '../text/code-points.js';
import { splitSentences } from '../text/sentences.js';
import { anchorPlaces } from './anchored-lines.js';
import { joinMarkedLines } from './document-text.js';
import { readDocxLines } from './docx.js';
import type { Limits } from './limits.js';
import type { XmlListener } from './xml-events.js';

/** The names of the properties by which an exported document is known. */
export const MARKS = { caseId: 'zhagen:case', codebookId: 'zhagen:codebook', sheet: 'zhagen:sheet' } as const;

/** A comment as the part of comments has it. */
interface StoredComment {
  readonly id: string;
  readonly author: string;
  /** The ids of its paragraphs: the last is that by which others name it. */
  readonly paragraphs: string[];
  readonly lines: string[];
}

/**
 * Reads a Word document with its comments, each with the words that it is on.
 * @throws UserError import/old-word, import/encrypted-file, import/corrupt-file, import/over-limit
 */
export async function readCommentedDocx(
  path: string,
  bytes: Uint8Array,
  limits: Limits,
): Promise<CommentedText> {
  const { lines, readPart } = await readDocxLines(path, bytes, limits);
  const listener = commentsListener();
  for (const type of ['comments', 'commentsExtended', 'custom-properties']) await readPart(type, listener);
  const { text } = joinMarkedLines(lines);
  const places = anchorPlaces(lines);
  const spanOf = spanFinder(text);
  const placed = listener.stored
    .map((stored) => {
      const at = places.get(`at ${stored.id}`);
      const [start = at, end = at] = [places.get(`start ${stored.id}`), places.get(`end ${stored.id}`)];
      return { stored, at: start ?? end, ...spanOf(start ?? end, end ?? start) };
    })
    .sort((a, b) => (a.at ?? text.length) - (b.at ?? text.length));
  const numbers = new Map(
    placed.flatMap(({ stored: { paragraphs } }, at) => paragraphs.map((id) => [id, at + 1] as const)),
  );
  const comments = placed.map(({ stored, span, isPoint }, at): WordComment => {
    const extended = stored.paragraphs.map((id) => listener.extended.get(id));
    const parent = extended.find((one) => one?.parent !== undefined)?.parent ?? '';
    return {
      number: at + 1,
      author: stored.author.normalize('NFC').trim(),
      text: stored.lines.join('\n').trim(),
      span,
      isPoint,
      answers: numbers.get(parent) ?? null,
      isDone: extended.some((one) => one?.isDone),
    };
  });
  const { caseId, codebookId, sheet } = listener.properties;
  const isMarked = caseId !== undefined && codebookId !== undefined && sheet !== undefined;
  return { text, comments, mark: isMarked ? { caseId, codebookId, sheet } : null };
}

/** Makes a function that finds the words between two places, without the blanks around them, else the sentence at the place. */
function spanFinder(text: string) {
  const offsets = offsetMap(text);
  let sentences: readonly Span[] | undefined;
  return (start: number | undefined, end: number | undefined) => {
    if (start === undefined || end === undefined) return { span: null, isPoint: true };
    const words = text.slice(offsets.toUtf16(start), offsets.toUtf16(end));
    const before = words.length - words.trimStart().length;
    const trimmed = words.trim();
    if (trimmed !== '') {
      const from = offsets.toUtf16(start) + before;
      const span = {
        start: offsets.toCodePoint(from),
        end: offsets.toCodePoint(from + trimmed.length),
      };
      return { span, isPoint: false };
    }
    sentences ??= splitSentences(text);
    return { span: sentences.find((one) => one.start <= start && start <= one.end) ?? null, isPoint: true };
  };
}

/** A listener that takes in the part of comments, that which says which are answers and resolved, and the properties. */
function commentsListener() {
  const stored: StoredComment[] = [];
  const extended = new Map<string, { readonly parent: string | undefined; readonly isDone: boolean }>();
  const properties: Partial<Record<keyof ExportedMark, string>> = {};
  let comment: StoredComment | undefined;
  let property: keyof ExportedMark | undefined;
  let isText = false;
  const write = (text: string) => {
    if (comment) comment.lines.push(`${comment.lines.pop() ?? ''}${text}`);
  };
  const listener: XmlListener = {
    open(name, attributes) {
      if (name === 'comment') {
        const { id = '', author = '', initials = '' } = attributes;
        comment = { id, author: author.trim() || initials, paragraphs: [], lines: [] };
        stored.push(comment);
      } else if (name === 'commentEx') {
        const { paraId = '', paraIdParent, done } = attributes;
        extended.set(paraId, { parent: paraIdParent, isDone: done === '1' || done === 'true' });
      } else if (name === 'property') {
        property = (Object.keys(MARKS) as (keyof ExportedMark)[]).find(
          (one) => MARKS[one] === attributes['name'],
        );
      } else if (name === 'p') {
        comment?.lines.push('');
        if (attributes['paraId']) comment?.paragraphs.push(attributes['paraId']);
      } else if (name === 't') isText = true;
      else if (name === 'br' || name === 'cr') comment?.lines.push('');
      else if (name === 'tab') write('\t');
    },
    close(name) {
      if (name === 'comment') comment = undefined;
      else if (name === 'property') property = undefined;
      else if (name === 't') isText = false;
    },
    text(text) {
      if (isText) write(text);
      else if (property) properties[property] = `${properties[property] ?? ''}${text}`.trim();
    },
  };
  return { ...listener, stored, extended, properties };
}
