import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../src/formats/docx.js';
import { readCommentedDocx } from '../../src/formats/docx-comments.js';
import { type CommentToWrite, openDocxWriter } from '../../src/formats/docx-write.js';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';

const mark = { caseId: 'a<b>&"c', codebookId: 'book', sheet: '0123abcd' };
const write = await openDocxWriter();

describe('openDocxWriter', () => {
  it('writes texts and overlapping comments that are read back as they were', async () => {
    const word = fc.constantFrom('某县', '😀', '。', ' ', '　', '\t', '\n', '<&>"', '1. ', 'ab', ']]>');
    const author = fc.constantFrom('王', 'zhagen', '<李 & "赵">');
    const comment = fc.record({ author, from: fc.nat(), to: fc.nat() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(word, { maxLength: 40 }),
        fc.array(comment, { maxLength: 8 }),
        async (words, drawn) => {
          const text = words.join('');
          const length = [...text].length;
          const comments = drawn.flatMap(({ author: name, from, to }, at): CommentToWrite[] => {
            const [start, end] = [from % (length + 1), to % (length + 1)].sort((a, b) => a - b) as [
              number,
              number,
            ];
            const words = [...text].slice(start, end).join('');
            // Blanks around words are not read, so no passage is written with them.
            return words.trim() === words && words !== ''
              ? [{ author: name, lines: [`码${at}`, '备忘：<一>\t二'], span: { start, end } }]
              : [];
          });
          const bytes = write({ text, headings: [], comments, mark });
          const read = await readCommentedDocx('a.docx', bytes, DEFAULT_LIMITS);
          expect(read.text).toBe(text);
          expect(read.mark).toEqual(mark);
          const said = (one: { author: string; span: unknown; text: string }) =>
            JSON.stringify([one.author, one.span, one.text]);
          expect(read.comments.map(said).sort()).toEqual(
            comments.map((one) => said({ ...one, text: one.lines.join('\n') })).sort(),
          );
          expect(write({ text, headings: [], comments, mark })).toEqual(bytes);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('says which lines are headings, and leaves out what XML cannot carry', async () => {
    const text = '一、标题\n正文\u0001一段。';
    const comments = [{ author: '王', lines: ['整案：码'], span: null }];
    const bytes = write({ text, headings: [2], comments, mark });
    const read = await readDocx('a.docx', bytes, DEFAULT_LIMITS);
    expect(read.text).toBe('一、标题\n正文一段。');
    expect(read.marks).toEqual([{ kind: 'heading', level: 2, start: 0, end: 4 }]);
    const { comments: found } = await readCommentedDocx('a.docx', bytes, DEFAULT_LIMITS);
    expect(found).toMatchObject([{ author: '王', text: '整案：码', isPoint: true }]);
  });
});
