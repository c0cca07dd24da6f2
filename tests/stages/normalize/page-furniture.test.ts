import { describe, expect, it } from 'vitest';
import { normalizeText } from '../../../src/stages/normalize/normalize-text.js';
import { traceCleaning } from '../../../src/stages/normalize/trace-cleaning.js';

const clean = (text: string) => normalizeText(text).text;
const dropped = (text: string) =>
  traceCleaning(text)
    .filter(({ step }) => step === 'page-furniture')
    .map(({ before }) => before.replaceAll(/[#\s\f]+/g, ' ').trim());

const QUESTION = ['您家近五年收入主要来自哪里，外出务工和在家种地养殖各占', '多少，变化在哪？'];
const ANSWERS = [
  '在外打工占大头，一年寄回三万元。',
  '主要靠种茶，去年卖了两万元。',
  '养了二十头羊，还有分红。',
];

/** A paper as a machine reads it: a heading stands where a page tore a sentence, at the first and last page. */
const paper = (heads: readonly [string, string, string]) =>
  [
    '搬迁是山区减贫的主要办法之一，关于搬迁之后怎样重新安排生计，已有研究多从收入总量入手，多数家庭仍在原地耕种部分土',
    heads[0],
    '地。因此，搬迁并不是从农业到非农业的一次转换，多数家庭要在两处安排土地和劳力。耕种部分土地的家庭收入更高。',
    heads[1],
    '# 2 结果与讨论',
    '土地留在山上的家庭每年回去两次，春天耕种，秋天收割，其余时间在镇上做工。收入由三成增加到七成，多数依靠外出务',
    heads[2],
    '工，一年在外九个月。外出务工的家庭把老人留在安置点，老人照看孩子，也照看菜地。',
  ].join('\n\n');

describe('running heads', () => {
  it('vanish where they are headings of Markdown, misread or between paragraphs', () => {
    const text = clean(paper(['# 山地学刊', '# 山地学刊', '# 山她学刊']));
    expect(text).not.toMatch(/学刊/);
    expect(text).toContain('部分土地。因此');
    expect(text).toContain('外出务工，一年');
    expect(text).toMatch(/^(?:# )?2 ?结果与讨论$/m);
  });

  it('are not headings that each case of a collection begins with on a page of its own', () => {
    const WORDS = ['茶叶', '果树', '车间', '电站', '鱼塘', '药材', '羊群', '蜂箱', '菜棚', '磨坊', '油坊'];
    const sentence = (at: number) =>
      `${WORDS[at % 11]}在第${at}个月交给${WORDS[(at * 7 + 3) % 11]}合作社经营，${at % 2 ? '农户' : '村里'}按${at + 2}成分到现钱和${WORDS[(at * 5 + 1) % 11]}。`;
    const stories = WORDS.slice(0, 5).map((_, story) => {
      const text = `　　${Array.from({ length: 12 }, (__, at) => sentence(story * 12 + at)).join('')}`;
      const lines = text.match(/.{1,38}/gu) ?? [];
      const body = [...lines.slice(0, 5), `\f${lines[5]}`, ...lines.slice(6)]
        .join('\n')
        .replace('\n\f', '\f');
      return `典型案例 ${story + 1}\n产业扶贫\n${body}`;
    });
    const text = clean(stories.join('\f'));
    expect(text.match(/^典型案例 ?\d$/gm)).toHaveLength(5);
    expect(text.match(/^产业扶贫$/gm)).toHaveLength(5);
  });

  it('vanish with authors, page numbers and issues beside them or on lines of their own', () => {
    expect(dropped(paper(['阮春等：两处生计 57', '第12卷', '59 阮春等：两处生计']))).toEqual([
      '阮春等：两处生计 57',
      '59 阮春等：两处生计',
    ]);
    expect(
      clean(paper(['3期\n\n阮春等：两处生计', '阮春等：两处生计', '第12卷\n\n阮春等：两处生计'])),
    ).not.toMatch(/两处生计|卷|期/);
  });

  it('may ask something in a title, where they tear sentences at the edges of pages', () => {
    const words =
      '合作社把散户组织起来统一供苗统一收购农户只管种地不愁销路年底按照交易量返还盈余社员的收入比往年高出三成左右村里的劳力因此留了下来老人和孩子也有人照看';
    const line = (at: number) => [...words].slice(at, at + 20).join('');
    const page = (at: number) =>
      ['小农户怎样进入大市场', `${line(at)}。${line(at + 5)}`, `${line(at + 9)}。${line(at + 21)}`].join(
        '\n',
      );
    const pages = [0, 7, 13, 17].map(page);
    const text = `${pages.join('\f')}\n这是最后的办法。`;
    expect(clean(text).match(/怎样/g)).toHaveLength(1);
    expect(clean(text.replaceAll('\f', '。\f')).match(/怎样/g)).toHaveLength(4);
  });

  it('are not taken for misread where numerals tell headings apart', () => {
    const text = paper(['# 农户甲访谈记录', '# 农户乙访谈记录', '# 农户丙访谈记录']).replaceAll(
      /土\n|务\n/g,
      '。\n',
    );
    expect(dropped(text)).toEqual([]);
  });

  it('are none where the line is asked or said again, whatever pages it begins', () => {
    for (const question of [
      QUESTION.join('\n'),
      `问：${QUESTION.join('\n')}`,
      '您家主要靠什么收入',
      '问题一：主要收入',
    ]) {
      const pages = ANSWERS.map((answer) => `${question}\n答：${answer}`).join('\f');
      expect(dropped(pages)).toEqual([]);
      expect(clean(pages).match(/收入/g)).toHaveLength(3);
    }
  });

  it('are none on sheets that no sentence runs over, and none in the refrain of a song', () => {
    const sheets = ANSWERS.map((answer) => `村民的意见\n${answer}`).join('\f');
    expect(dropped(sheets)).toEqual([]);
    const song = ANSWERS.map((_, at) => `风吹桂花满坡香，妹在河边洗青菜${at}\n哎呀嘞，哥问妹子来不来`).join(
      '\n',
    );
    expect(clean(song)).toBe(song);
  });

  it('leave the heading of a chapter that the heads of its pages repeat', () => {
    const pages = [...'甲乙丙丁'].map((name, page) =>
      [
        '第三章 研究设计',
        ...(page === 0 ? ['3.1 田野点'] : []),
        `${name}村的访谈采用半结构的方式，围绕收入、开支、往来`,
        `${name}打算展开，每次访谈不等。录音由作者本人来转写，`,
        `${page + 27}`,
      ].join('\n'),
    );
    expect(clean(pages.join('\f')).match(/第三章 ?研究设计/g)).toHaveLength(1);
  });

  it('leave numbers at the edges of pages that count no pages', () => {
    const pages = [4, 2, 5, 3].map(
      (people, at) => `姓名：赵有${'甲乙丙丁'[at]}\n打工\n家里的人口\n${people}`,
    );
    expect(dropped(pages.join('\f'))).toEqual([]);
    expect(dropped(['1', '甲村', '2', '乙村', '3', '丙村'].join('\n'))).toEqual([]);
  });
});
