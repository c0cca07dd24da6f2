import { expect, it } from 'vitest';
import { findNames, joinCandidates, withGivenNames } from '../../../src/stages/pseudonyms/find-names.js';
import { listDivisions } from '../../../src/stages/screen/divisions.js';
import { dictionaryEntry, openSegmenter } from '../../../src/stages/segment/jieba.js';

const segmenter = openSegmenter();
const divisions = listDivisions();

function find(text: string) {
  const found = text.split('\n').flatMap((line) =>
    findNames(line, segmenter.tag(line), {
      lookUp: dictionaryEntry,
      isDivision: (name) => divisions.stems.small.has(name) || divisions.stems.large.has(name),
    }),
  );
  return new Map(joinCandidates(found).map((one) => [one.name, one]));
}

it.each([
  [
    'speakers, surnames and given names, and those the segmenter cut apart',
    [
      '周德贵：我和会计马桂英去找的。',
      '组里的龙阿妹第一个报名，潘光明也来了。',
      '老板叫孙浩然，老书记莫文才不在了，还有驻村第一书记欧阳雪峰。',
    ],
    ['周德贵', '马桂英', '龙阿妹', '潘光明', '孙浩然', '莫文才', '欧阳雪峰'],
  ],
  [
    'what people are called by',
    ['老杨和小刘去找黄副县长，周大爷、韦嫂子、孙总、何老师都在。'],
    ['老杨', '小刘', '黄副县长', '周大爷', '韦嫂子', '孙总', '何老师'],
  ],
  [
    'towns and villages that no list has',
    ['我们从高坡乡滚塘村搬来的，后来去石坎镇。', '邻村上寨村的娃娃也来，凉水井组那条路没修。'],
    ['高坡乡', '滚塘村', '石坎镇', '上寨村', '凉水井组'],
  ],
  [
    'organisations',
    ['她在云岭县人民医院，他在贵阳绿叶茶业有限公司上班。'],
    ['云岭县人民医院', '贵阳绿叶茶业有限公司'],
  ],
  [
    'numbers that lead to somebody',
    ['电话13812345678，座机0855-8223344，身份证522601198803124527，邮箱lyg@qq.com，微信号：luo_1980。'],
    ['13812345678', '0855-8223344', '522601198803124527', 'lyg@qq.com', 'luo_1980'],
  ],
])('finds %s', (_, lines, names) => {
  expect([...find(lines.join('\n')).keys()]).toEqual(expect.arrayContaining(names));
});

it('takes no common word for a name, and says where it doubts', () => {
  const found = find(
    '农村要振兴，驻村干部都在。全县推广，每个村都有党支部。小康社会，水平高，田里有水，路过马路。',
  );
  expect([...found.values()].filter(({ isDoubtful }) => !isDoubtful)).toEqual([]);
  expect(find('我们住幸福社区。').get('幸福社区')?.isDoubtful).toBe(true);
});

it('leaves numbers within longer ones alone', () => {
  expect([...find('编号20138123456789012，共1381234567人').keys()]).toEqual([]);
});

it('finds surnames that are words as well, names the segmenter cut in three, and given names alone', () => {
  const found = find('庄志远：大家喊庄总。任桂香、柴老大、韩铁柱都在。鲁国平厂长给铁柱办了证，还有阿珍。');
  expect([...found.keys()]).toEqual(expect.arrayContaining(['庄志远', '庄总', '任桂香', '柴老大', '阿珍']));
  const names = withGivenNames([...found.values()], { lookUp: dictionaryEntry, isDivision: () => false });
  expect(names.find(({ name }) => name === '志远')).toMatchObject({ kind: 'person', isDoubtful: true });
});
