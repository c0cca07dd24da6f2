import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../src/formats/docx.js';
import { readCommentedDocx } from '../../src/formats/docx-comments.js';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { docxOf, paragraph } from './office-zip.js';
import { commented, commentedDocx, from, p, reference, run, to } from './word-comments.js';

const read = (bytes: Uint8Array) => readCommentedDocx('a.docx', bytes, DEFAULT_LIMITS);

/** The words that comments are on, by their texts. */
async function wordsOf(bytes: Uint8Array): Promise<Record<string, string | null>> {
  const { text, comments } = await read(bytes);
  return Object.fromEntries(
    comments.map((one) => [one.text, one.span && [...text].slice(one.span.start, one.span.end).join('')]),
  );
}

const made = (...texts: string[]) => texts.map((text, id) => ({ id, text, author: '王' }));

describe('readCommentedDocx', () => {
  it('finds the words of comments over runs, paragraphs, insertions and deletions', async () => {
    const body = [
      p(
        run('😀某县'),
        from(0),
        run('建成'),
        `<w:ins>${run('扶贫')}</w:ins>`,
        `<w:del>${run('旧')}</w:del>`,
        run('车间'),
        to(0),
        reference(0),
        run('。'),
      ),
      p(run('第二段'), from(1), run('　尾')),
      p(run('头　'), to(1), reference(1), run('其余')),
    ].join('');
    const bytes = commentedDocx(body, made('甲', '乙'));
    expect(await wordsOf(bytes)).toEqual({ 甲: '建成扶贫车间', 乙: '尾\n头' });
  });

  it('keeps nested, overlapping and equal ranges apart, and reads comments that begin between paragraphs', async () => {
    const body = [
      from(3),
      p(
        from(0),
        run('一'),
        from(1),
        run('二'),
        from(2),
        run('三'),
        to(0),
        reference(0),
        run('四'),
        to(2),
        to(1),
      ),
      p(run('五')),
      to(3),
      p(run('六')),
    ].join('');
    expect(await wordsOf(commentedDocx(body, made('甲', '乙', '丙', '丁')))).toEqual({
      甲: '一二三',
      乙: '二三四',
      丙: '三四',
      丁: '一二三四\n五',
    });
  });

  it('finds words in cells, across cells, in text boxes, after numbers and in notes', async () => {
    const cell = (...parts: string[]) => `<w:tc>${p(...parts)}</w:tc>`;
    const box = `<w:r><w:pict><w:txbxContent>${p(commented(3, '框中'))}</w:txbxContent></w:pict></w:r>`;
    const body = [
      `<w:tbl><w:tr>${cell(run('  甲乡'), from(0), run('十二'), to(0), reference(0))}${cell(from(1), run('乙乡 '))}</w:tr>`,
      `<w:tr>${cell(run('丙'), to(1), reference(1))}${cell(run('丁'))}</w:tr></w:tbl>`,
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${commented(2, '有编号')}${box}</w:p>`,
      p(run('正文'), '<w:r><w:footnoteReference w:id="7"/></w:r>'),
    ].join('');
    const bytes = commentedDocx(body, made('甲', '乙', '丙', '丁', '戊'), {
      numbering:
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      footnotes: `<w:footnote w:id="7">${p(run(' 据县'), commented(4, '统计局'))}</w:footnote>`,
    });
    expect(await wordsOf(bytes)).toEqual({
      甲: '十二',
      乙: '乙乡\n丙',
      丙: '有编号',
      丁: '框中',
      戊: '统计局',
    });
    expect((await read(bytes)).text).toContain('1. 有编号');
  });

  it('takes the sentence for a comment that marks no words, or only deleted ones', async () => {
    const body = [
      p(run('第一句。第'), reference(0), run('二句。'), reference(1)),
      p(from(2), `<w:del>${run('删去')}</w:del>`, to(2), reference(2), run('新句。')),
      p(reference(3)),
    ].join('');
    const bytes = commentedDocx(body, made('甲', '乙', '丙', '丁'));
    expect(await wordsOf(bytes)).toEqual({ 甲: '第二句。', 乙: '第二句。', 丙: '新句。', 丁: null });
    expect((await read(bytes)).comments.map(({ isPoint }) => isPoint)).toEqual([true, true, true, true]);
  });

  it('knows authors by name or initials, answers, and what is resolved', async () => {
    const body = p(commented(5, '后'), commented(2, '前'), from(9), to(9));
    const bytes = commentedDocx(p(commented(2, '前'), commented(5, '后'), commented(9, '前后')) + body, [
      { id: 5, initials: 'WL', text: '第二条\n共两行', isDone: true },
      { id: 2, author: ' 王 ', initials: 'w', text: '第一条' },
      { id: 9, author: '李', text: '答复', answers: 5 },
    ]);
    expect((await read(bytes)).comments).toMatchObject([
      { number: 1, author: '王', text: '第一条', answers: null, isDone: false },
      { number: 2, author: 'WL', text: '第二条\n共两行', answers: null, isDone: true },
      { number: 3, author: '李', text: '答复', answers: 2, isDone: false },
    ]);
  });

  it('reads documents without the parts of Word 2013, and without comments', async () => {
    const comment = `<w:comment w:id="0" w:author="旧">${paragraph('码')}</w:comment>`;
    const old = docxOf(p(commented(0, '文字')), { comments: comment });
    expect((await read(old)).comments).toMatchObject([{ author: '旧', text: '码', isDone: false }]);
    // A part without anything may be an element that closes itself.
    const empty = docxOf(p(run('文字')), { comments: '' });
    expect((await read(empty)).comments).toEqual([]);
    expect(await read(docxOf(p(run('文字'))))).toEqual({ text: '文字', comments: [], mark: null });
  });

  it('gives the text that a case has, whatever is commented on', async () => {
    const word = fc.constantFrom('某', '县。', ' ', '\u3000', '12', '好。', '甲乙丙', '<w:tab/>', '<w:br/>');
    const shape = fc.array(fc.tuple(word, fc.constantFrom('run', 'p', 'cell', 'row')), { maxLength: 25 });
    const marks = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(shape, marks, async (pieces, ranges) => {
        const at = (n: number) => (pieces.length === 0 ? 0 : n % pieces.length);
        const places = ranges.map(([a, b]) => [at(a), at(b)].sort((x, y) => x - y) as [number, number]);
        const bodyOf = (isCommented: boolean) => bodyWith(pieces, isCommented ? places : []);
        const plain = await readDocx('a.docx', docxOf(bodyOf(false)), DEFAULT_LIMITS);
        const bytes = commentedDocx(
          bodyOf(true),
          places.map((_, id) => ({ id, text: `批${id}` })),
        );
        const found = await read(bytes);
        expect(found.text).toBe(plain.text);
        expect((await readDocx('a.docx', bytes, DEFAULT_LIMITS)).text).toBe(plain.text);
        for (const [id, [first, last]] of places.entries()) {
          const { span } = found.comments.find((one) => one.text === `批${id}`) ?? { span: null };
          const wanted = pieces.slice(first, last + 1).map(([text]) => (text.startsWith('<') ? '' : text));
          const words = span && [...found.text].slice(span.start, span.end).join('');
          // 丁, 戊 and 己 are in cells of their own.
          const squeezed = (text: string) => text.replaceAll(/[\s丁戊己]/g, '');
          const expected = squeezed(wanted.join(''));
          if (expected !== '') expect(squeezed(words ?? '')).toBe(expected);
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** Pieces as runs of paragraphs, of which some are in cells of tables; comments are around pieces. */
function bodyWith(pieces: readonly [string, string][], places: readonly [number, number][]): string {
  const marked = (at: number) => {
    const [text = ''] = pieces[at] ?? [];
    const starts = places.flatMap(([first], id) => (first === at ? [from(id)] : [])).join('');
    const ends = places.flatMap(([, last], id) => (last === at ? [to(id) + reference(id)] : [])).join('');
    return `${starts}${text.startsWith('<') ? `<w:r>${text}</w:r>` : run(text)}${ends}`;
  };
  const blocks: string[] = [];
  let open: string[] = [];
  for (const [at, [, kind]] of pieces.entries()) {
    if (kind === 'run') open.push(marked(at));
    else {
      blocks.push(p(...open.splice(0), kind === 'p' ? marked(at) : ''));
      if (kind === 'cell')
        blocks.push(`<w:tbl><w:tr><w:tc>${p(marked(at))}</w:tc><w:tc>${p(run('丁'))}</w:tc></w:tr></w:tbl>`);
      if (kind === 'row')
        blocks.push(
          `<w:tbl><w:tr><w:tc>${p(run('戊'))}</w:tc></w:tr><w:tr><w:tc>${p(run('己'))}${p(marked(at))}</w:tc></w:tr></w:tbl>`,
        );
      open = [];
    }
  }
  return [...blocks, p(...open)].join('');
}
