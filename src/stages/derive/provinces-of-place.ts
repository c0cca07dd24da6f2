import { createRequire } from 'node:module';
import { once } from '../../text/once.js';
import { provinceNames } from './province-names.js';

/** The first two digits of the codes of provincial units. */
type Provinces = ReadonlySet<string>;

/** Development zones (开发区, 高新区) have codes of their own that end in 70–79 or 90–99. */
const ZONE = /[79]\d$/;
const DIVISION = /.[省市县区旗盟州]$/;
/** Entries of the list that only group others. */
const GROUPING = /直辖县|市辖区/;
/** The division leaves these out: 71 台湾, 81 香港, 82 澳门; places in them would only make names doubtful. */
const LEFT_OUT = /^(71|8)/;
const AUTONOMOUS = /^(.+?)自治[州县旗]$/;
const OF_PROVINCE = /(省|市|(壮族|回族|维吾尔)?自治区|特别行政区)$/;
const SEPARATORS = /[\s、,，;；/／|·・\-—–－>→]+/u;
const AND = /^[和与及至到暨]/;
/** The Xinjiang Production and Construction Corps and its divisions, such as 第八师石河子市. */
const CORPS = /兵团|^第[一二三四五六七八九十]+师/;
const XINJIANG: Provinces = new Set(['65']);

/** Finds the provincial units that a place may be in, of which it names none, one or several; a code is read where it may be one. */
export function provincesOfPlace(place: string, isCode = false): Provinces {
  const text = place
    .normalize('NFKC')
    .trim()
    .replace(/^(中国|中华人民共和国)/, '');
  if (isCode) {
    const [, digits = ''] = /^(\d\d)(\d{4}|\d{7}|\d{10})?$/.exec(text) ?? [];
    return new Set(digits in provinceNames ? [digits] : []);
  }
  const whole = names().whole.get(text.toLowerCase());
  if (whole) return whole;
  const parts = text.split(SEPARATORS).filter((part) => part !== '');
  const told = parts.map(provincesOfPart).filter(({ size }) => size > 0);
  // Of 北京市 / 朝阳区 the second says nothing that the first did not.
  const certain = told.filter(({ size }) => size === 1);
  return new Set((certain.length > 0 ? certain : told).flatMap((one) => [...one]));
}

/** The provincial units of a name such as 江西省赣州市兴国县, by the longest name that it begins with, or by several. */
function provincesOfPart(part: string): Provinces {
  const { whole, beginning, longest } = names();
  const known = whole.get(part.toLowerCase());
  if (known) return known;
  for (let length = Math.min(longest, part.length); length >= 2; length -= 1) {
    const found = beginning.get(part.slice(0, length));
    if (!found) continue;
    if (found.size === 1) return new Set([...found, ...provincesOfNext(part.slice(length))]);
    const narrower = [...provincesOfPart(part.slice(length))].filter((one) => found.has(one));
    return narrower.length > 0 ? new Set(narrower) : found;
  }
  return CORPS.test(part) ? XINJIANG : new Set();
}

/** The provincial units of what follows on “and”: 江西省和广东省. */
function provincesOfNext(rest: string): Provinces {
  return AND.test(rest) ? provincesOfPart(rest.slice(1)) : new Set();
}

interface PlaceNames {
  /** Names that are the whole of a place: also one character, English, and counties without what they are (兴国). */
  readonly whole: ReadonlyMap<string, Provinces>;
  /** Names that a place may begin with. */
  readonly beginning: ReadonlyMap<string, Provinces>;
  /** Of the latter, in characters. */
  readonly longest: number;
}

const names = once((): PlaceNames => {
  // Loaded here, because most commands ask for no place.
  const { areaList }: typeof import('@vant/area-data') = createRequire(import.meta.url)('@vant/area-data');
  const provinces = new Map<string, Set<string>>();
  const larger = new Map<string, Set<string>>();
  const counties = new Map<string, Set<string>>();
  const whole = new Map<string, Set<string>>();
  for (const [code, name] of Object.entries(areaList.province_list)) {
    const short = name.replace(OF_PROVINCE, '');
    const others = name.includes('自治区') ? [`${short}自治区`, short.slice(0, 2)] : [];
    addNames(provinces, code, [name, short, ...others]);
  }
  for (const [code, name] of divisionsIn(areaList.city_list)) {
    addNames(larger, code, [name, ...withKind(name), ...withoutKind(name)]);
  }
  for (const [code, name] of divisionsIn(areaList.county_list)) {
    addNames(counties, code, [name, ...withKind(name)]);
    // 巴州 is not short for 巴州区.
    addNames(
      whole,
      code,
      withoutKind(name).filter((stem) => !DIVISION.test(stem)),
    );
  }
  for (const [code, { signs, en }] of Object.entries(provinceNames)) {
    const kinds = ['', ' province', ' autonomous region', ' municipality'];
    addNames(whole, code, [
      ...signs,
      ...en.flatMap((name) => kinds.map((kind) => name.toLowerCase() + kind)),
    ]);
  }
  // A name by itself means the larger place: 海南 is the province, 大同 the city.
  const beginning = new Map([...counties, ...larger, ...provinces]);
  return {
    whole: new Map([...whole, ...beginning]),
    beginning,
    longest: Math.max(...[...beginning.keys()].map(({ length }) => length)),
  };
});

function addNames(to: Map<string, Set<string>>, code: string, called: readonly string[]): void {
  for (const name of called) to.set(name, (to.get(name) ?? new Set()).add(code.slice(0, 2)));
}

function divisionsIn(listed: Readonly<Record<string, string>>): [code: string, name: string][] {
  return Object.entries(listed).filter(
    ([code, name]) => DIVISION.test(name) && !GROUPING.test(name) && !ZONE.test(code) && !LEFT_OUT.test(code),
  );
}

/** What people call an autonomous division: 凉山州 of 凉山彝族自治州, 威宁县 of 威宁彝族回族苗族自治县. */
function withKind(name: string): string[] {
  const kind = AUTONOMOUS.test(name) ? name.slice(-1) : '';
  return kind === '' ? [] : withoutKind(name).map((stem) => stem + kind);
}

/** The same without what it is, and of other divisions the name without its last character: 凉山, 兴国. */
function withoutKind(name: string): string[] {
  const [, stem] = AUTONOMOUS.exec(name) ?? [];
  if (stem === undefined) return name.length > 2 ? [name.replace(/(地区|.)$/, '')] : [];
  return Array.from({ length: stem.length - 1 }, (_, at) => stem.slice(0, at + 2));
}
