/**
 * The four economic regions of the National Bureau of Statistics (国家统计局《东西中部和东北地区划分方法》, 2011-06-13,
 * http://www.stats.gov.cn/tjzs/t20110613_402731597.htm), each with its provincial units as the first two digits of their codes
 * (GB/T 2260). The method leaves out 71 台湾, 81 香港 and 82 澳门.
 */
export const economicRegions = [
  { zh: '东部', en: 'East', provinces: ['11', '12', '13', '31', '32', '33', '35', '37', '44', '46'] },
  { zh: '中部', en: 'Central', provinces: ['14', '34', '36', '41', '42', '43'] },
  {
    zh: '西部',
    en: 'West',
    provinces: ['15', '45', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65'],
  },
  { zh: '东北', en: 'Northeast', provinces: ['21', '22', '23'] },
] as const;

/** Finds the region that is called so, in either language. */
export function findEconomicRegion(called: string): EconomicRegion | undefined {
  const name = called.toLowerCase();
  return economicRegions.find(({ zh, en }) => zh === name || en.toLowerCase() === name)?.zh;
}

/** A region as it names a group of cases: the names of groups are Chinese, as the values of attributes are. */
export type EconomicRegion = (typeof economicRegions)[number]['zh'];
