import { type EconomicRegion, economicRegions } from '../../model/economic-region.js';
import { provincesOfPlace } from './provinces-of-place.js';

/** Who sent a report in is not where its practice is. */
const SENDER = /报送|上报|推荐|申报|供稿|投稿|submitt|sender|sent by/i;
const NO_PLACE = /单位|机构|部门|作者|来源|主体|unit|organi[sz]|agency|author|source/i;
const PROVINCE = /省|自治区|直辖市|province/i;
const PLACE =
  /地名|地点|地区|地域|所在地|实践地|案例地|发生地|属地|位置|城市|[市县州旗]$|区县|县区|市县|县市|place|location|city|county|prefecture|district/i;
const CODE = /代码|编码|区划码|code/i;

/** Whether the economic region of a case may follow from an attribute, by the name of this: from a province, else from a place. */
export function placeAttribute(name: string): 'province' | 'place' | null {
  if (SENDER.test(name)) return null;
  if (PROVINCE.test(name)) return 'province';
  return PLACE.test(name) && !NO_PLACE.test(name) ? 'place' : null;
}

/**
 * The economic region that a case is in, by its province, else by other places that it names; undefined where they name none
 * or several, or one that the division leaves out.
 */
export function economicRegionOf(attributes: Readonly<Record<string, string>>): EconomicRegion | undefined {
  for (const kind of ['province', 'place'] as const) {
    const named = Object.entries(attributes).filter(([name]) => placeAttribute(name) === kind);
    const regions = new Set(named.flatMap(([name, value]) => regionsOf(value, CODE.test(name))));
    if (regions.size > 0) return regions.size === 1 ? [...regions][0] : undefined;
  }
  return undefined;
}

/** The regions of a place that is in one province, or in several of one region. */
function regionsOf(place: string, isCode: boolean): EconomicRegion[] {
  const provinces = [...provincesOfPlace(place, isCode)];
  const regions = provinces.map(
    (code) => economicRegions.find((region) => (region.provinces as readonly string[]).includes(code))?.zh,
  );
  return regions.some((region) => region === undefined) ? [] : (regions as EconomicRegion[]);
}
