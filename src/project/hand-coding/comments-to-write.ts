import type { CommentToWrite } from '../../formats/docx-write.js';
import type { Language } from '../../model/language.js';
import type { Span } from '../../model/span.js';
import { isWholeCase } from '../../model/whole-case.js';
import { groupBy } from '../../text/group-by.js';

/** A code that a coder, or the program, gave a passage of a case, by the name that it is read by again. */
export interface WrittenCode extends Span {
  readonly author: string;
  readonly code: string;
}

/** A memo of a coder on a passage with a code. */
export interface WrittenMemo extends WrittenCode {
  readonly text: string;
}

/** What lines of comments begin with. */
const WORDS = {
  zh: { memo: '备忘：', ofCase: '整案：' },
  en: { memo: 'Memo: ', ofCase: 'Whole case: ' },
} as const satisfies Record<Language, unknown>;

/**
 * Makes the comments of a case, in the order of their places and authors: the codes of a coder on the same words are one, but for
 * those with a memo, which have theirs; further memos are comments of their own.
 */
export function commentsToWrite(
  codes: readonly WrittenCode[],
  memos: readonly WrittenMemo[],
  language: Language,
): CommentToWrite[] {
  const { memo: memoWord, ofCase } = WORDS[language];
  const memosOf = groupBy(memos, keyOf);
  const byPlace = groupBy(codes, ({ start, end, author }) => JSON.stringify([start, end, author]));
  const placed = [...byPlace.values()].flatMap((same) => {
    const [first] = same as [WrittenCode];
    const line = ({ code }: WrittenCode) => (isWholeCase(first) ? `${ofCase}${code}` : code);
    const alone = same.filter((one) => !memosOf.has(keyOf(one)));
    const withMemo = same.filter((one) => memosOf.has(keyOf(one)));
    return [
      ...(alone.length > 0 ? [{ ...first, lines: alone.map(line) }] : []),
      ...withMemo.map((one) => {
        const [memo, ...others] = memosOf.get(keyOf(one)) ?? [];
        memosOf.set(keyOf(one), others);
        return { ...one, lines: [line(one), ...`${memoWord}${memo?.text ?? ''}`.split('\n')] };
      }),
    ];
  });
  // A memo on the case as a whole has no words that another comment could share.
  const others = [...memosOf.values()].flat().filter((one) => !isWholeCase(one));
  return [...placed, ...others.map((one) => ({ ...one, lines: `${memoWord}${one.text}`.split('\n') }))]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ author, lines, start, end }) => ({
      author,
      lines,
      span: isWholeCase({ start, end }) ? null : { start, end },
    }));
}

const keyOf = ({ start, end, author, code }: WrittenCode) => JSON.stringify([start, end, author, code]);
