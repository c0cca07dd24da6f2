import { createRequire } from 'node:module';

/** Names of the provinces, prefectures and counties of China, and how they are shortened. */
export interface Divisions {
  /** Names with what they are: 通江县, 凉山彝族自治州. */
  readonly names: ReadonlySet<string>;
  /** Names of provinces, with what they are and without. */
  readonly provinces: ReadonlySet<string>;
  /** Names without it, of provinces and prefectures (四川), and of counties (通江). */
  readonly stems: { readonly large: ReadonlySet<string>; readonly small: ReadonlySet<string> };
  /** What names of autonomous divisions begin with, in two characters or more: 凉山 (凉山州). */
  readonly beginnings: ReadonlySet<string>;
}

/** Development zones (开发区, 高新区) have codes of their own that end in 70–79 or 90–99. */
const ZONE = /[79]\d$/;
const DIVISION = /[省市县区旗盟州]$/;
const AUTONOMOUS = /自治[区州县旗]$/;
const SHORTEST = 2;

/** Makes the list of divisions from that of the package, without zones, towns and entries that only group others. */
export function listDivisions(): Divisions {
  // Loaded here, because most commands ask for no name.
  const { areaList }: typeof import('@vant/area-data') = createRequire(import.meta.url)('@vant/area-data');
  const { province_list: provinces, city_list: prefectures, county_list: counties } = areaList;
  const large = [provinces, prefectures].flatMap(namesOf);
  const small = namesOf(counties);
  const names = [...large, ...small];
  const ofProvinces = namesOf(provinces);
  const autonomous = names.filter((name) => AUTONOMOUS.test(name));
  return {
    names: new Set(names),
    provinces: new Set([...ofProvinces, ...stemsOf(ofProvinces)]),
    stems: { large: new Set(stemsOf(large)), small: new Set(stemsOf(small)) },
    beginnings: new Set(autonomous.flatMap((name) => beginningsOf(name.replace(AUTONOMOUS, '')))),
  };
}

function namesOf(listed: Readonly<Record<string, string>>): string[] {
  return Object.entries(listed).flatMap(([code, name]) =>
    DIVISION.test(name) && !ZONE.test(code) ? [name] : [],
  );
}

function stemsOf(names: readonly string[]): string[] {
  return names.map((name) => name.slice(0, -1)).filter(({ length }) => length >= SHORTEST);
}

function beginningsOf(stem: string): string[] {
  return Array.from({ length: stem.length - SHORTEST + 1 }, (_, at) => stem.slice(0, at + SHORTEST));
}
