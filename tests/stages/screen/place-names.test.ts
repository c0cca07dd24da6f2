import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listDivisions } from '../../../src/stages/screen/divisions.js';
import { isPlace, type Surroundings } from '../../../src/stages/screen/place-names.js';
import { dictionaryEntry } from '../../../src/stages/segment/jieba.js';

const divisions = listDivisions();
const knowledge = { lookUp: dictionaryEntry, divisions, found: new Set<string>() };
const around = (before: string, after = ''): Surroundings => ({ before, after });
const isNamed = (word: string, ...surroundings: Surroundings[]) =>
  isPlace(word, 'n_new', knowledge, () => surroundings);

describe('a place', () => {
  it.each([
    [
      'a division with what it is',
      ['花溪区', '通江县', '凉山彝族自治州', '四川省', '赣州市', '民权县', '和平区'],
    ],
    ['an autonomous division, shortened', ['凉山州', '恩施州', '峨边县', '凉山']],
    ['a division without what it is, where that is no common word', ['通江', '昭通市', '峨边']],
    ['several divisions in a row', ['四川省凉山州', '贵州省贵阳市花溪区', '江西赣州']],
    ['an unlisted name', ['青禾县', '落坝县', '檀谷区', '王家坝村', '青禾县石门坎村', '青浪滩镇']],
    ['a rare name of a place', ['大湾寨', '临港区']],
  ])('is %s', (_, words) => {
    expect(words.filter((word) => !isNamed(word))).toEqual([]);
  });

  it.each([
    [
      'stand in a place',
      ['移民安置区', '产业园区', '海绵城市', '试验区', '革命老区', '工业区', '居民小区', '森林景区'],
    ],
    [
      'are counted',
      ['国家级贫困县', '示范村', '文明村', '空心村', '专业村', '电商村', '边境县', '产粮大县', '民族乡'],
    ],
    ['are done', ['返乡', '摩托车下乡', '返乡入乡', '驻村', '离乡', '股票上市']],
    ['are people', ['中小学教师', '农艺师', '技能大师', '规划师']],
    [
      'are shorter than a name',
      ['全县', '各乡', '邻村', '县区', '新村', '城区', '郊区', '矿区', '高新区', '开发区'],
    ],
    ['are land', ['平原', '山区', '高寒山区', '灾区', '牧区']],
    ['are common words, though divisions are called so', ['和平', '高新', '开发', '解放', '合作', '文化']],
  ])('is no word for things that %s', (_, words) => {
    expect(words.filter((word) => isNamed(word, around('发展')))).toEqual([]);
  });

  it('with a stem of common words is known by what stands around it', () => {
    expect(isNamed('桃花村', around('走进'), around('青禾县石坎镇'))).toBe(true);
    expect(isNamed('桃花村', around('。', '位于山脚'))).toBe(true);
    expect(isNamed('桃花村', around('全县'), around('建设'))).toBe(false);
    expect(isNamed('网红村', around('成为一批'))).toBe(false);
    expect(isNamed('文明示范村', around('江西省'), around('赣县'), around('全镇'))).toBe(false);
    expect(isNamed('综合试验区', around('赣州市'))).toBe(false);
  });

  it('is called so without what it is, where an unknown word stands with it elsewhere', () => {
    expect(isNamed('朔桦', around('到'), around('与', '县结对'))).toBe(true);
    expect(isNamed('朔桦', around('到', '乡村'), around('与', '县城'))).toBe(false);
    expect(isNamed('茶油', around('卖', '乡里'))).toBe(false);
  });

  it('is what discovery found to be one, its end and its stem', () => {
    const found = { ...knowledge, found: new Set(['苔溪县', '桃林村']) };
    const isFound = (word: string) => isPlace(word, 'n_new', found, () => []);
    expect(['苔溪县', '溪县', '苔溪', '桃林村'].filter((word) => !isFound(word))).toEqual([]);
    expect(isFound('桃林经济')).toBe(false);
  });
});

it('every division of the list is a place by its name, unless that is a common word', () => {
  const names = [...divisions.names].filter((name) => (dictionaryEntry(name)?.frequency ?? 0) < 300);
  fc.assert(fc.property(fc.constantFrom(...names), (name) => isNamed(name)));
  expect(names.length).toBeGreaterThan(2800);
});
