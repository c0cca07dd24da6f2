import { describe, expect, it } from 'vitest';
import { inRegions, readRegions } from './read-regions.js';

const ENTRIES = [
  '[1]汪三贵. 中国扶贫绩效与精准扶贫[J]. 政治经济学评论, 2020, 11(1): 130-148.',
  '[2]Sen A. Development as Freedom[M]. Oxford: Oxford University Press, 1999.',
  '[3]中共中央国务院. 关于打赢脱贫攻坚战的决定[Z]. 2015-11-29.',
];
const PARAGRAPH = '扶贫车间建在村头，农户在家门口就业，增加了工资性收入。';

describe('references', () => {
  it('go from their title to the last entry, and the appendix is text again', () => {
    const text = [PARAGRAPH, '参考文献', ...ENTRIES, '附录 访谈提纲', PARAGRAPH].join('\n');
    const [references] = inRegions(text, 'references');
    expect(references).toMatch(/^参考文献\n\[1\].*2015-11-29\.$/s);
    expect(references).not.toContain('附录');
  });

  it('are found at the end of a chapter without a title, and the next chapter is text', () => {
    const text = [PARAGRAPH, ...ENTRIES, '第二章 研究方法', PARAGRAPH].join('\n');
    expect(inRegions(text, 'references')).toHaveLength(1);
    expect(inRegions(text, 'heading')).toEqual(['第二章研究方法']);
  });

  it.each(['尾注', '脚注：', '附注'])('begin at the title %s, too', (title) => {
    const text = [PARAGRAPH, title, '1 访谈资料，M村支书。', '2 访谈资料，M村会计。'].join('\n');
    expect(inRegions(text, 'references')).toHaveLength(1);
  });

  it.each([
    ['# 参考文献(References)'],
    ['主要参考文献：'],
    ['五、参考文献'],
    ['【参考文献】'],
    ['References'],
  ])('begin below %s', (title) => {
    expect(inRegions([PARAGRAPH, title, ...ENTRIES].join('\n'), 'references')).toHaveLength(1);
  });

  it('are notes with numbers in circles, and entries by author and year', () => {
    const notes = [
      '注释：',
      '①费孝通：《乡土中国》，北京大学出版社，2012年，第9页。',
      '②访谈资料：2019年7月，桃园村。',
    ];
    expect(inRegions([PARAGRAPH, ...notes].join('\n'), 'references')).toEqual([notes.join('\n')]);
    const byYear = [
      '参考文献',
      '汪三贵,刘明月.(2020).从绝对贫困到相对贫困.社会科学文摘,(12),17-20.',
      'Nettle,D.(2Ol0).Dying young.Ecology,21(2),387-395.',
    ];
    expect(inRegions([PARAGRAPH, ...byYear].join('\n'), 'references')).toHaveLength(1);
  });

  it('are no heading alone, and no sentence that cites a work', () => {
    expect(inRegions(`${PARAGRAPH}\n参考文献\n${PARAGRAPH}`, 'references')).toEqual([]);
    expect(inRegions('费孝通的《乡土中国》于2012年再版。', 'references')).toEqual([]);
  });
});

describe('contents', () => {
  it('are entries with pages, and no heading below them', () => {
    const text = [
      '目  录',
      '一、基本情况……………………1',
      '（一）抓产业......................3',
      '一、基本情况',
      PARAGRAPH,
    ].join('\n');
    expect(readRegions(text)).toEqual([
      ['contents', '目录\n一、基本情况……………………1\n（一）抓产业......................3'],
      ['heading', '一、基本情况'],
    ]);
  });

  it('are entries without pages that come again as headings', () => {
    const text = [
      '目录',
      '第一章 绪论',
      '第二章 做法',
      '第一章 绪论',
      PARAGRAPH,
      '第二章 做法',
      PARAGRAPH,
    ].join('\n');
    expect(inRegions(text, 'contents')).toEqual(['目录\n第一章绪论\n第二章做法']);
    expect(inRegions(text, 'heading')).toEqual(['第一章绪论', '第二章做法']);
  });
});
