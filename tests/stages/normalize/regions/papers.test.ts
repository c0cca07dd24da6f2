import { describe, expect, it } from 'vitest';
import { inRegions, readRegions } from './read-regions.js';

const PARAGRAPH = '扶贫车间建在村头，农户在家门口就业，增加了工资性收入。';
const PAPER = [
  '扶贫车间与农户增收',
  '张三1，李四2',
  '（1.西北大学 公共管理学院，陕西 西安 710069；2.栖禾县委党校，陕西 栖禾 725000）',
  '摘要：本文研究扶贫车间如何带动农户增收。关键词：扶贫车间；就业',
  '中图分类号：F323.8  文献标识码：A  文章编号：1000-6060(2019)03-0673-08',
  'Poverty Alleviation Workshops and Income',
  'ZHANG San, LI Si',
  'Abstract: This paper studies workshops in villages.',
  'Key words: workshop; employment',
  '基金项目：国家社会科学基金项目（19BSH001）',
  PARAGRAPH,
  '（本文系陕西省社科基金项目“车间研究”（2020A001）的阶段性成果）',
].join('\n');

describe('front matter', () => {
  it('is what stands around the text of a paper; its abstract in Chinese is text', () => {
    const front = inRegions(PAPER, 'front-matter').join('\n');
    for (const part of [
      '张三1',
      '西北大学',
      '关键词：扶贫车间；就业',
      '中图分类号',
      'Income',
      'ZHANG San',
      'studies workshops',
      'Key words',
      '19BSH001',
      '阶段性成果',
    ]) {
      expect(front).toContain(part);
    }
    expect(front).not.toContain('带动农户增收。');
    expect(front).not.toContain(PARAGRAPH);
    expect(inRegions(PAPER, 'heading')).toEqual(['扶贫车间与农户增收']);
  });

  it('is no sentence that speaks of keywords or funds, and no English text', () => {
    for (const text of [
      '关键词是乡村振兴的热度指标。',
      '基金项目的管理要公开透明。',
      'Abstract\nThis is about villages.',
    ]) {
      expect(inRegions(text, 'front-matter')).toEqual([]);
    }
  });
});

describe('headings', () => {
  it('are numbered lines and short lines above a paragraph', () => {
    const text = [
      '总结',
      '一、主要做法',
      '（一）抓组织',
      PARAGRAPH,
      '1.1 抓产业',
      PARAGRAPH,
      '下一步打算',
      PARAGRAPH,
    ].join('\n');
    expect(inRegions(text, 'heading')).toEqual([
      '总结',
      '一、主要做法',
      '（一）抓组织',
      '1.1抓产业',
      '下一步打算',
    ]);
  });

  it.each([
    ['扶贫车间\n合作社\n利益联结\n产业扶贫'],
    ['桃花开满坡\n车间机声多\n家家有活干\n日子红火火'],
    ['驻村帮扶'],
    [`一是抓产业。\n${PARAGRAPH}`],
  ])('are none in %j', (text) => expect(inRegions(text, 'heading')).toEqual([]));

  it('are what Markdown and marks of readers say', () => {
    expect(readRegions(`# 做法，成效与经验：一个案例\n\n${PARAGRAPH}`)[0]?.[0]).toBe('heading');
    expect(readRegions('做法有三条\n妇女上工。', [{ kind: 'heading', start: 0, end: 5 }])[0]).toEqual([
      'heading',
      '做法有三条',
    ]);
  });
});

describe('tables, captions and notes', () => {
  it('stand together: the caption, its rows and what is noted below', () => {
    const text = [
      PARAGRAPH,
      '表2-1 车间数量',
      'Table 2-1 Workshops',
      '年份\t车间',
      '2016\t12',
      '注：年末数。',
      '资料来源：统计局',
      '表2-1显示，车间增长很快。',
    ].join('\n');
    expect(readRegions(text)).toEqual([
      ['caption', '表2-1车间数量'],
      ['caption', 'Table 2-1 Workshops'],
      ['table', '年份\t车间\n2016\t12'],
      ['note', '注：年末数。'],
      ['note', '资料来源：统计局'],
    ]);
  });

  it('take the lettering of a figure in another language with its caption', () => {
    const text = [
      PARAGRAPH,
      '# Vegetation growth in karst',
      'Tong X, Brandt M',
      '图4 评估结果',
      PARAGRAPH,
    ].join('\n\n');
    expect(inRegions(text, 'heading')).toEqual([]);
    expect(inRegions(text, 'caption')).toHaveLength(3);
  });

  it('are what HTML and Markdown write as tables', () => {
    const html = `${PARAGRAPH}\n<table><tr><td>村</td><td>户</td></tr><tr><td>桃园村</td><td>12</td></tr></table>`;
    const pipes = `${PARAGRAPH}\n\n| 村 | 户 |\n|---|---|\n| 桃园村 | 12 |`;
    for (const text of [html, pipes]) expect(inRegions(text, 'table')).toEqual(['村\t户\n桃园村\t12']);
  });
});

describe('the title of a paper', () => {
  it.each(['易地搬迁社区的就业支持：以黔西南为例', '2020年后的相对贫困治理', '脱贫攻坚：一个县的5年'])(
    'is text, whatever is in it: %s',
    (title) => {
      const lines = [
        title,
        '陈芳,周强',
        '(贵州民族大学社会学院,贵州 贵阳 550025)',
        '摘  要:本文比较成本。',
        PARAGRAPH,
      ];
      const front = inRegions(lines.join('\n'), 'front-matter').join('\n');
      expect(front).not.toContain(title);
      expect(front).toContain('陈芳');
    },
  );
});

describe('who made a picture', () => {
  it.each(['（图片由县融媒体中心提供）', '（王明 摄）', '摄影：李红'])('is a note: %s', (credit) => {
    expect(inRegions([PARAGRAPH, credit, PARAGRAPH].join('\n'), 'note')).toEqual([credit.replace(' ', '')]);
  });
});
