import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SplitBy } from '../../src/model/split-by.js';
import { readCase } from '../../src/store/case-table.js';
import { sliceCodePoints } from '../../src/text/code-points.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { line, makePdf } from '../formats/make-pdf.js';
import { docxOf, paragraph } from '../formats/office-zip.js';
import { temporaryFolder, temporaryStore } from '../store/sample-project.js';
import { contextOf } from './project.js';

const STORIES = ['村里办起扶贫车间，妇女就近上工。', '全村搬到镇上，老屋基复垦种茶。', '县里按月送药上门。'];
const TITLES = ['案例一 扶贫车间', '案例二 易地搬迁', '案例三 健康扶贫'];
const HEADING: SplitBy = { kind: 'heading', level: 1 };
const CONTENTS: SplitBy = { kind: 'contents' };

const styles = [1, 2]
  .map((level) => `<w:style w:styleId="h${level}"><w:name w:val="heading ${level}"/></w:style>`)
  .join('');
const styled = (text: string, style: string) => paragraph(text, `<w:pStyle w:val="${style}"/>`);
const compilation = (titles = TITLES) =>
  docxOf(
    paragraph('典型案例汇编') +
      paragraph('目录') +
      titles.map((title, at) => paragraph(`${title}……${at + 1}`)).join('') +
      titles
        .map((title, at) => styled(title, 'h1') + styled('做法', 'h2') + paragraph(STORIES[at] ?? ''))
        .join(''),
    { styles },
  );

/** Imports one file of a name into a new project. */
async function split(name: string, content: string | Uint8Array, splitBy: SplitBy) {
  const folder = join(temporaryFolder(), 'cases');
  mkdirSync(folder);
  writeFileSync(join(folder, name), content);
  const store = temporaryStore();
  const importing = () => importCases(contextOf(store), { paths: [folder], splitBy });
  return { store, report: await importing(), importing };
}

describe('a document of many cases', () => {
  it.each([
    ['its headings', HEADING],
    ['its contents', CONTENTS],
    ['lines of a form', { kind: 'line', pattern: '^案例' } as const],
  ])('is split by %s into cases with title, text and place', async (_, by) => {
    const { store, report } = await split('汇编.docx', compilation(), by);
    const titles = ['案例一扶贫车间', '案例二易地搬迁', '案例三健康扶贫'];
    expect([...report.added].sort()).toEqual(titles.map((title) => `汇编/${title}`).sort());
    expect(readCase(store, '汇编/案例二易地搬迁')).toMatchObject({
      title: '案例二易地搬迁',
      text: `案例二 易地搬迁\n做法\n${STORIES[1]}`,
      source: '汇编.docx#9',
    });
    expect(report.split).toMatchObject([
      { source: '汇编.docx', outside: [{ beginning: expect.stringMatching(/^典型案例汇编/) }] },
    ]);
  });

  it('tells what is in no case, and which spans of the whole its cases are', async () => {
    const text = `序\n这里是序言。\n# 甲村\n${STORIES[0]}𠮷\n# 乙村\n${STORIES[1]}\n`;
    const { store, report } = await split('a.md', text, HEADING);
    const [document] = report.split;
    expect(document?.outside).toEqual([{ characters: 8, beginning: '序 这里是序言。' }]);
    for (const { title, start, end } of document?.cases ?? [])
      expect(readCase(store, `a/${title}`)?.text).toBe(sliceCodePoints(text, { start, end }));
    expect(document?.cases.map(({ beginning }) => beginning)).toEqual([`${STORIES[0]}𠮷`, STORIES[1]]);
  });

  it('has the same ids and nothing new when it is imported again', async () => {
    const { report, importing } = await split('汇编.docx', compilation(), HEADING);
    const again = await importing();
    expect(again).toMatchObject({ added: [], changed: [], unchanged: report.added });
  });

  it('numbers cases of the same title', async () => {
    const titles = ['产业扶贫', '产业扶贫', '健康扶贫'];
    const { report } = await split('a.docx', compilation(titles), HEADING);
    expect([...report.added].sort()).toEqual(['a/产业扶贫', 'a/产业扶贫 (2)', 'a/健康扶贫'].sort());
  });

  it('takes a title without text below it for the beginning of the next one', async () => {
    const text = `# 典型案例一\n# 产业扶贫\n${STORIES[0]}\n# 典型案例二\n${STORIES[1]}\n# 典型案例三\n${STORIES[2]}`;
    const { report } = await split('a.md', text, HEADING);
    expect(report.split[0]?.cases.map(({ title }) => title)).toEqual([
      '典型案例一产业扶贫',
      '典型案例二',
      '典型案例三',
    ]);
  });

  it('leaves what is between a heading of a higher level and the next case to none', async () => {
    const text = `# 上篇\n导语。\n## 甲\n${STORIES[0]}\n## 乙\n${STORIES[1]}\n# 下篇\n## 丙\n${STORIES[2]}`;
    const { report } = await split('a.md', text, { kind: 'heading', level: 2 });
    expect(report.split[0]?.cases.map(({ title }) => title)).toEqual(['甲', '乙', '丙']);
    expect(report.split[0]?.outside.map(({ beginning }) => beginning)).toEqual(['上篇 导语。', '下篇']);
  });

  it('of a PDF is split by the size of letters or its contents, and names page and line', async () => {
    const page = (title: string, story: string) =>
      line(title, 60, 760, 'U', 20) +
      [0, 1, 2, 3].map((at) => line(`${story}${at}`, 60, 720 - 20 * at)).join('');
    const contents =
      line('目录', 60, 760, 'U', 12) +
      TITLES.map((t, at) => line(`${t}……${at + 2}`, 60, 700 - 20 * at)).join('');
    const pdf = makePdf(
      [contents, ...TITLES.map((title, at) => page(title, STORIES[at] ?? ''))].map((content) => ({
        content,
      })),
    );
    for (const by of [HEADING, CONTENTS]) {
      const { report } = await split('汇编.pdf', pdf, by);
      expect(report.split[0]?.cases.map(({ source }) => source)).toEqual([
        '汇编.pdf#p2.1',
        '汇编.pdf#p3.1',
        '汇编.pdf#p4.1',
      ]);
    }
  });

  it('names the titles of its contents that its text does not have', async () => {
    const text = `目录\n甲村办车间……1\n乙村搬新家……2\n丙村种茶……3\n\n甲村办车间\n${STORIES[0]}\n丙村种茶\n${STORIES[1]}`;
    const { report } = await split('a.txt', text, CONTENTS);
    expect(report.split).toMatchObject([{ unmatched: ['乙村搬新家……2'], cases: { length: 2 } }]);
  });

  it('finds a title that is set in two lines', async () => {
    const text = `目录\n甲村办起车间、妇女就近上工……1\n乙村……2\n\n甲村办起车间、\n妇女就近上工\n${STORIES[0]}\n乙村\n${STORIES[1]}`;
    const { report } = await split('a.txt', text, CONTENTS);
    expect(report.split[0]?.cases.map(({ title, beginning }) => [title, beginning])).toEqual([
      ['甲村办起车间、妇女就近上工', STORIES[0]],
      ['乙村', STORIES[1]],
    ]);
  });

  it('says what it can be split by where nothing matches', async () => {
    await expect(split('汇编.docx', compilation(), { kind: 'heading', level: 3 })).rejects.toMatchObject({
      code: 'import/nothing-to-split',
      params: {
        headings: [
          { level: 1, count: 3 },
          { level: 2, count: 3 },
        ],
        entries: 4,
      },
    });
  });

  it('is refused where most places that match have no text', async () => {
    const text = `${['一', '二', '三', '四'].map((number) => `${number}、标题`).join('\n')}\n正文。`;
    await expect(split('a.txt', text, { kind: 'line', pattern: '、' })).rejects.toMatchObject({
      code: 'import/split-without-text',
      params: { matches: 4, empty: 3 },
    });
  });

  it('leaves rows of tables as they are', async () => {
    const { report } = await split('a.csv', `id,text\n甲,案例一\n乙,案例二\n`, {
      kind: 'line',
      pattern: '^案例',
    });
    expect(report).toMatchObject({ added: ['乙', '甲'], split: [] });
  });
});
