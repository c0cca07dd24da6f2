import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { economicRegions } from '../../../src/model/economic-region.js';
import { economicRegionOf } from '../../../src/stages/derive/economic-region.js';
import { provinceNames } from '../../../src/stages/derive/province-names.js';
import { provincesOfPlace } from '../../../src/stages/derive/provinces-of-place.js';

const inPlace = (place: string) => economicRegionOf({ 地名: place });

describe('the economic region of a case', () => {
  it('is what a person wrote beside each province of the sample corpus', () => {
    const table = readFileSync(join(import.meta.dirname, '../../../corpus/cases.csv'), 'utf8');
    const [, ...rows] = table.trim().split(/\r?\n/);
    for (const row of rows) {
      const cells = row.split(',');
      expect([cells[3], economicRegionOf({ province: cells[3] as string })]).toEqual([
        cells[3],
        cells.at(-1),
      ]);
    }
  });

  it('divides the mainland whole: 10, 6, 12 and 3 provincial units, none twice', () => {
    expect(economicRegions.map(({ provinces }) => provinces.length)).toEqual([10, 6, 12, 3]);
    const divided = economicRegions.flatMap(({ provinces }) => [...provinces]);
    const left = Object.keys(provinceNames).filter((code) => !divided.some((one) => one === code));
    expect([new Set(divided).size, left]).toEqual([31, ['71', '81', '82']]);
  });

  it.each([
    ['江西 江西省 赣 Jiangxi 江西省赣州市兴国县 赣州 兴国县 兴国 中国江西', '中部'],
    [
      '广西 广西壮族自治区 广西自治区 内蒙古 内蒙 新疆维吾尔自治区 新疆 新疆生产建设兵团 兵团 第八师石河子市',
      '西部',
    ],
    ['凉山 凉山州 凉山彝族自治州昭觉县 威宁县 海南州 河南县 毕节市 甘南', '西部'],
    ['海南 海南省 北京市 北京市朝阳区 天津市河北区 河北区 义乌市', '东部'],
    ['辽宁 吉林 吉林省吉林市 甘南县 大兴安岭地区 大兴安岭 朝阳市', '东北'],
  ])('tells %s', (places, region) => {
    const told = places.split(' ').map((place) => [place, inPlace(place)]);
    expect(told).toEqual(places.split(' ').map((place) => [place, region]));
  });

  it('is not told by names of several provinces or of none, unless these lie in one region', () => {
    const places = ['鼓楼区', '朝阳区', '江西和广东', '江西、广东', '檀谷区', '台湾', '', '市辖区', '2020'];
    expect(places.map(inPlace)).toEqual(places.map(() => undefined));
    expect([...provincesOfPlace('朝阳区')].sort()).toEqual(['11', '22']);
    expect([inPlace('北京、河北'), inPlace('通州区')]).toEqual(['东部', '东部']);
  });

  it('follows from the province before other places, and never from who sent the report in', () => {
    expect(economicRegionOf({ 报送单位: '江西省乡村振兴局' })).toBeUndefined();
    expect(economicRegionOf({ 报送单位: '北京市', 报送省份: '北京', 实践地: '河北省阳原县' })).toBe('东部');
    expect(economicRegionOf({ 报送单位: '江西省', 实践地: '贵州省威宁县' })).toBe('西部');
    expect(economicRegionOf({ 省份: '江西', 县: '威宁县' })).toBe('中部');
    expect(economicRegionOf({ 省份: '不详', 县: '威宁县' })).toBe('西部');
    expect(economicRegionOf({ 备注: '江西省' })).toBeUndefined();
  });

  it('is read from a code of a division only where the attribute is one of codes', () => {
    expect(economicRegionOf({ 省级行政区划代码: '360000' })).toBe('中部');
    expect(economicRegionOf({ 县财政收入: '360000', 省份: '360000' })).toBeUndefined();
  });
});
