import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanWithRegions } from './read-regions.js';

const line = fc.constantFrom(
  '参考文献',
  '[1]汪三贵.扶贫[J].评论,2020,11(1):130-148.',
  '目录',
  '一、做法……3',
  '一、做法',
  '问：好吗？答：好😀。',
  '答：好，活不累。',
  '张三：好，活不累。',
  '表1 户数',
  '村\t户',
  '<table><tr><td>村</td><td>户</td></tr></table>',
  '# 标题',
  '摘要：车间。关键词：车间',
  '（西北大学，陕西 西安 710069）',
  'Abstract: workshops in villages',
  '注：年末数。',
  '扶贫车间建在村头，增加了收入。',
  '',
  '𠮷𠀋村',
  '①注。',
);
const text = fc.array(line, { maxLength: 25 }).map((lines) => lines.join('\n'));

describe('regions', () => {
  it('rise, do not overlap and lie within the text', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(undefined, 40), (raw, sectionLength) => {
        const clean = cleanWithRegions(raw, sectionLength === undefined ? {} : { sectionLength });
        let end = 0;
        for (const region of clean.regions) {
          expect(region.start).toBeGreaterThanOrEqual(end);
          expect(region.end).toBeGreaterThan(region.start);
          end = region.end;
        }
        expect(end).toBeLessThanOrEqual([...clean.text].length);
      }),
    );
  });

  it('are the same however the text comes', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (raw, size) => {
        const pieces = raw.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
        expect(cleanWithRegions(pieces, { sectionLength: 60 })).toEqual(
          cleanWithRegions(raw, { sectionLength: 60 }),
        );
      }),
    );
  });

  it('take time linear in the text', () => {
    const started = process.cpuUsage();
    for (const piece of [
      '问：好？答：好。',
      '张三：好\n',
      '[1]张三[J].\n',
      '甲\t乙\n',
      '目录\n一……1\n',
      '# 甲\n',
      'Abstract: a cat\n',
    ]) {
      cleanWithRegions(piece.repeat(40_000 / piece.length));
    }
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(10_000);
  });
});
